import type { ProcessHeader } from '../api/types'
import { sideMessages as text } from '../messages/process'
import { formatCivil } from '../time/format'

/** When, by whom and where it began: on paper first, when its number came from there (PRO-06). */
export function filing(process: ProcessHeader, day: (instant: string) => string): string {
  const here = text.startedBy(day(process.started_at), process.started_by.name, process.generating_unit.acronym)
  return process.filed_on ? text.filedOnPaper(formatCivil(process.filed_on), here) : here
}
