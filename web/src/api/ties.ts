import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { inboxKey } from './inbox'
import { processKey } from './processes'
import type { AccessLevel, CodeName, Page, PersonLite, ProcessState, UnitLite } from './types'

/** The other process of a tie, and who made it. */
export interface TiedProcess {
  process: string
  nup: string
  type: CodeName
  specification: string
  state: ProcessState
  unit: UnitLite
  by: PersonLite
  at: string
}

interface Held {
  reason: string
  unit: UnitLite
  by: PersonLite
  at: string
}

export interface Ties {
  relations: TiedProcess[]
  annexes: TiedProcess[]
  annexed_to: TiedProcess | null
  suspension: (Held & { linked: TiedProcess | null }) | null
  lock: Held | null
  acknowledgements: { user: PersonLite; unit: UnitLite; at: string }[]
}

/** A process of the unit that is not in its inbox. */
export interface AwayRow {
  process: string
  nup: string
  type: CodeName
  specification: string
  interested_parties: string[]
  access_level: AccessLevel
  priority: string | null
  reason: string | null
  since: string
  by: PersonLite | null
  by_sending: boolean
  reopen_on: string | null
}

export type AwayList = 'suspended' | 'concluded'

const path = (process: string, rest: string) => `/processes/${encodeURIComponent(process)}${rest}`

export function tiesQuery(process: string) {
  return queryOptions({
    queryKey: [...processKey(process), 'ties'],
    queryFn: ({ signal }) => api.get<Ties>(path(process, '/ties'), { signal }),
  })
}

/** The key is below the inbox's: whatever moves one moves the other. */
export function awayQuery(unit: string, list: AwayList, mine: boolean) {
  return infiniteQueryOptions({
    queryKey: [...inboxKey, 'away', unit, list, mine],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AwayRow>>('/away', { query: { list, mine: mine ? true : undefined, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<AwayRow>) => page.next_cursor,
  })
}

const act = (process: string, rest: string, body: object, idempotencyKey: string) =>
  api.post<unknown>(path(process, rest), body, { idempotencyKey })

export const suspendProcess = (process: string, reason: string, linked: string | null, key: string) =>
  act(process, '/suspension', { reason, linked }, key)

export const resumeProcess = (process: string, key: string) => act(process, '/resumption', {}, key)

export const relateProcesses = (process: string, other: string, key: string) =>
  act(process, '/relations', { process: other }, key)

export const unrelateProcesses = (process: string, other: string, key: string) =>
  act(process, `/relations/${other}/removal`, {}, key)

export const annexProcess = (main: string, other: string, key: string) => act(main, '/annexes', { process: other }, key)

export const unannexProcess = (main: string, other: string, reason: string, key: string) =>
  act(main, `/annexes/${other}/removal`, { reason }, key)

export const lockProcess = (process: string, reason: string, key: string) => act(process, '/lock', { reason }, key)

export const unlockProcess = (process: string, key: string) => act(process, '/unlocking', {}, key)

export const acknowledgeProcess = (process: string, key: string) => act(process, '/acknowledgements', {}, key)

export const markUnread = (process: string, key: string) => act(process, '/unread-mark', {}, key)

export const undoConclusion = (process: string, key: string) => act(process, '/conclusion/undoing', {}, key)

export const undoSending = (process: string, routing: string, key: string) =>
  act(process, `/routings/${routing}/undoing`, {}, key)
