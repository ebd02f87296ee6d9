import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { refreshInbox } from './inbox'
import { queryClient } from './query-client'
import type { ReopeningInput } from './reopening'
import type { DocumentNode, HistoryEntry, Page, ProcessInput, ProcessPage, ReturnDueInput, RoutingInput, Sent, UnitLite } from './types'

export interface FoundInside {
  items: { document: DocumentNode; in_text: boolean }[]
  looked: number
  /** Files whose text nobody extracted yet. */
  unread: number
  next_cursor: string | null
}

export type HistoryView = 'summary' | 'full' | 'total'

/** What narrows the history; the days are civil ones, both included. */
export interface HistoryFilter {
  topic?: string
  unit?: string
  person?: string
  since?: string
  until?: string
}

const path = (process: string, rest = '') => `/processes/${encodeURIComponent(process)}${rest}`

export function processKey(process: string) {
  return ['process', process] as const
}

/** Everything the process page shows at first: header, units, routings, first documents and history, possible acts. */
export function processQuery(process: string) {
  return queryOptions({
    queryKey: processKey(process),
    queryFn: ({ signal }) => api.get<ProcessPage>(path(process), { signal }),
    staleTime: 5_000,
  })
}

export function historyQuery(process: string, view: HistoryView, filter: HistoryFilter = {}) {
  return infiniteQueryOptions({
    queryKey: [...processKey(process), 'history', view, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<HistoryEntry>>(path(process, '/history'), { query: { view, ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<HistoryEntry>) => page.next_cursor,
  })
}

export function fetchDocuments(
  process: string,
  cursor: string | null,
  order: 'asc' | 'desc',
): Promise<Page<DocumentNode>> {
  return api.get<Page<DocumentNode>>(path(process, '/documents'), { query: { cursor, order } })
}

export interface DirectLine extends Page<DocumentNode> {
  units: UnitLite[]
  complete: boolean
}

/** A page of the tree with the documents of the unit and of those that exchanged the process with it (PRO-19). */
export const fetchDirectLine = (process: string, cursor: string | null) =>
  api.get<DirectLine>(path(process, '/direct-line'), { query: { cursor } })

/** What a stretch of the tree has of the words. */
export const fetchSought = (process: string, words: string, cursor: string | null, signal: AbortSignal) =>
  api.get<FoundInside>(path(process, '/find'), { query: { words, cursor }, signal })

/** The whole process with its chained history, for the verifier that works without the network. */
export const exportProcess = (process: string) => api.get<unknown>(path(process, '/export'))

/** After any act: the process and everything under it, and the lists it may appear in. */
export async function refreshProcess(process: string): Promise<void> {
  void refreshInbox()
  await queryClient.invalidateQueries({ queryKey: processKey(process) })
}

export const startProcess = (input: ProcessInput, idempotencyKey: string) =>
  api.post<{ id: string; nup: string }>('/processes', input, { idempotencyKey })

export const changeProcess = (process: string, input: Partial<ProcessInput>, version: number, idempotencyKey: string) =>
  api.patch<unknown>(path(process), input, { ifMatch: version, idempotencyKey })

export const renumberProcess = (process: string, number: string, filedOn: string, idempotencyKey: string) =>
  api.put<{ nup: string }>(path(process, '/number'), { number, filed_on: filedOn }, { idempotencyKey })

export const deleteProcess = (process: string, idempotencyKey: string) => api.delete(path(process), { idempotencyKey })

export const writeRemark = (process: string, text: string, idempotencyKey: string) =>
  api.put<unknown>(path(process, '/remark'), { text }, { idempotencyKey })

export const recordProgress = (process: string, text: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/progress'), { text }, { idempotencyKey })

export const receiveProcess = (process: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/receipts'), {}, { idempotencyKey })

export const sendProcess = (process: string, input: RoutingInput, idempotencyKey: string) =>
  api.post<Sent>(path(process, '/routings'), input, { idempotencyKey })

export const extendReturn = (process: string, routing: string, due: ReturnDueInput, idempotencyKey: string) =>
  api.patch<unknown>(path(process, `/routings/${routing}`), { return_due: due }, { idempotencyKey })

export const withdrawReturn = (process: string, routing: string, idempotencyKey: string) =>
  api.delete(path(process, `/routings/${routing}/return-request`), { idempotencyKey })

export const concludeProcess = (process: string, reopening: ReopeningInput, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/conclusion'), reopening, { idempotencyKey })

export const reopenProcess = (process: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/reopening'), {}, { idempotencyKey })

/** `expected` is who the screen showed, if it showed, so that two colleagues do not overwrite each other unseen (TRA-07). */
export const assignProcess = (
  process: string,
  user: string | null,
  expected: string | null | undefined,
  idempotencyKey: string,
) => api.put<unknown>(path(process, '/assignment'), { user, expected }, { idempotencyKey })
