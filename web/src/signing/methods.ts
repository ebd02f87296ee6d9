import type { Me, SignatureLevel } from '../api/types'
import type { DocumentToSign } from './signing'

export type Method = Me['signing_methods'][number]

const LEVELS: SignatureLevel[] = ['simple', 'advanced', 'qualified']
const PASSWORD: Method = { method: 'password', level: 'simple' }

/** The ways of signing that are good enough for all of these documents; all there are when none is. */
export function methodsFor(offered: Method[] | undefined, documents: DocumentToSign[]): Method[] {
  const all = offered?.length ? offered : [PASSWORD]
  const asked = Math.max(...documents.map(({ minimum }) => LEVELS.indexOf(minimum ?? 'simple')))
  const enough = all.filter(({ level }) => LEVELS.indexOf(level) >= asked)
  return enough.length > 0 ? enough : all
}
