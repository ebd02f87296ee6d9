import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

type Schemas = components['schemas']
export type UserLine = Schemas['UserLine']
export type UserRecord = Schemas['UserRecord']
export type GrantLine = Schemas['GrantLine']
export type ChangeLine = Schemas['ChangeLine']
export type Powers = Schemas['Powers']
export type Table = Schemas['Table']
export type TableField = Schemas['TableFieldLine']
export type TableEntry = Schemas['TableEntry']
export type EntryValues = TableEntry['values']
type Saved = Schemas['RegisterSaved']

const ROOT = '/administration'
const user = (login: string) => `${ROOT}/users/${encodeURIComponent(login)}`

/** A page of users by name; `unit` narrows to the people of a unit (ACC-08). */
export function usersQuery(query: string, unit: string | null) {
  return infiniteQueryOptions({
    queryKey: ['administration', 'users', query, unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<Schemas['UserPage']>(`${ROOT}/users`, { query: { query, unit, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  })
}

export function userQuery(login: string) {
  return queryOptions({
    queryKey: ['administration', 'user', login],
    queryFn: ({ signal }) => api.get<UserRecord>(user(login), { signal }),
  })
}

export interface UserInput {
  name: string
  agency: string
  social_name: string
  taxpayer: string
  email: string
}

export interface GrantInput {
  unit: string
  profile: string
  valid_from: string | null
  valid_until: string | null
  subunits: boolean
  standing_in_for: string
}

export const createUser = (login: string, input: UserInput, idempotencyKey: string) =>
  api.post<Saved>(`${ROOT}/users`, { login, ...input }, { idempotencyKey })

export const changeUser = (login: string, revision: number, input: UserInput, idempotencyKey: string) =>
  api.put<Saved>(user(login), input, { ifMatch: revision, idempotencyKey })

export const blockUser = (login: string, revision: number, blocked: boolean, reason: string, idempotencyKey: string) =>
  api.post<Saved>(`${user(login)}/${blocked ? 'blocking' : 'unblocking'}`, { reason }, { ifMatch: revision, idempotencyKey })

export const setGrants = (login: string, revision: number, grants: GrantInput[], idempotencyKey: string) =>
  api.put<Saved>(`${user(login)}/grants`, { grants }, { ifMatch: revision, idempotencyKey })

/** What was changed: of one entry of a table, or of all. */
export function changesQuery(of: { table: string; code: string } | null) {
  return infiniteQueryOptions({
    queryKey: ['administration', 'changes', of],
    queryFn: ({ pageParam, signal }) =>
      api.get<Schemas['ChangePage']>(`${ROOT}/changes`, { query: { ...of, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
}

export const powersQuery = queryOptions({
  queryKey: ['administration', 'powers'],
  queryFn: ({ signal }) => api.get<Powers>(`${ROOT}/powers`, { signal }),
})

export function tableQuery(name: string) {
  return queryOptions({
    queryKey: ['administration', 'table', name],
    queryFn: ({ signal }) => api.get<Table>(`${ROOT}/tables/${name}/entries`, { signal }),
  })
}

/** Agencies and units are kept by another act than the other tables, and the profiles of the city by one of their own. */
const entries = (table: Table) => {
  if (table.action === 'profile.keep') return `${ROOT}/profiles/entries`
  return `${ROOT}/${table.action === 'unit.keep' ? 'organisation' : 'tables'}/${table.name}/entries`
}

export const createEntry = (table: Table, code: string, values: EntryValues, idempotencyKey: string) =>
  api.post<Saved>(entries(table), { code, values }, { idempotencyKey })

export const changeEntry = (table: Table, entry: TableEntry, values: EntryValues, idempotencyKey: string) =>
  api.put<Saved>(`${entries(table)}/${entry.code}`, { values }, { ifMatch: entry.revision, idempotencyKey })

export const offerEntry = (table: Table, entry: TableEntry, active: boolean, idempotencyKey: string) =>
  api.post<Saved>(`${entries(table)}/${entry.code}/${active ? 'reactivation' : 'deactivation'}`, undefined, {
    ifMatch: entry.revision,
    idempotencyKey,
  })

/** Everything the administration shows, and what other screens choose from. */
export async function refreshAdministration() {
  await Promise.all(
    ['administration', 'catalogue', 'units', 'unit-users', 'me'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  )
}
