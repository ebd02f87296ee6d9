import { api } from './client'
import type { components } from './schema'

type Schemas = components['schemas']
export type SheetReport = Schemas['SheetReport']
export type SheetLine = Schemas['SheetLine']
export type SheetFile = Schemas['SheetFile']

const ROOT = '/administration'
const ORGANISATION = ['agencies', 'units']

function imports(table: string): string {
  if (table === 'users') return `${ROOT}/imports/users`
  return `${ROOT}/imports/${ORGANISATION.includes(table) ? 'organisation' : 'tables'}/${table}`
}

/** What the sheet would do, row by row; writes nothing. */
export const checkSheet = (table: string, file: string) => api.post<SheetReport>(`${imports(table)}/check`, { file })

export const orderImport = (table: string, file: string, invite: boolean, idempotencyKey: string) =>
  api.post<{ job: string }>(imports(table), table === 'users' ? { file, invite } : { file }, { idempotencyKey })

export const exportTable = (table: string, format: 'csv' | 'xlsx', empty: boolean) =>
  api.get<SheetFile>(`${ROOT}/exports/${table}`, { query: { format, empty: empty ? 'yes' : 'no' } })
