import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

type Schemas = components['schemas']

export type JobRow = Schemas['JobRow']
export type Job = Schemas['Job']
export type JobItem = Schemas['JobItem']
export type JobShow = 'all' | 'troubled'

export type BulkAct = Schemas['BulkBody']['act']

/** The same act on many: what the dialog of the act on one is filled with. */
export interface BulkOrder {
  act: BulkAct
  form: Record<string, unknown>
}

export interface CopyInput {
  format: 'pdf' | 'zip'
  documents: string[] | null
  attach_signed: boolean
}

const WATCHED_MS = 2000
const LISTED_MS = 5000
const path = (job: string, rest = '') => `/jobs/${encodeURIComponent(job)}${rest}`

export const isOpen = (job: Pick<JobRow, 'state'>) => job.state === 'waiting' || job.state === 'running'

/** One's own jobs; asked again while one of those shown is not over. */
export function jobsQuery(user: string) {
  return infiniteQueryOptions({
    queryKey: ['jobs', user],
    queryFn: ({ pageParam, signal }) => api.get<Schemas['Jobs']>('/jobs', { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Schemas['Jobs']) => page.next_cursor,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some(isOpen)) ? LISTED_MS : false),
  })
}

/** A job and its items; asked again while it is not over. */
export function jobQuery(job: string, show: JobShow) {
  return infiniteQueryOptions({
    queryKey: ['job', job, show],
    queryFn: ({ pageParam, signal }) => api.get<Job>(path(job), { query: { start: pageParam, show }, signal }),
    initialPageParam: 0,
    getNextPageParam: (page: Job) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages[0] && !isOpen(state.data.pages[0]) ? false : WATCHED_MS),
  })
}

export async function refreshJobs(job?: string): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['jobs'] })
  if (job) await queryClient.invalidateQueries({ queryKey: ['job', job] })
}

export const askCopy = (process: string, input: CopyInput, idempotencyKey: string) =>
  api.post<Schemas['JobStarted']>(`/processes/${encodeURIComponent(process)}/copies`, input, { idempotencyKey })

export const orderBulk = (order: BulkOrder, processes: string[], idempotencyKey: string) =>
  api.post<Schemas['JobStarted']>('/bulk-acts', { ...order, processes }, { idempotencyKey })

export type DocumentsAct = Schemas['DocumentsBody']['act']

/** The same act on many documents: what the dialog of the act on one is filled with. */
export interface DocumentsOrder {
  act: DocumentsAct
  form: Record<string, unknown>
}

export const orderDocumentsAct = (order: DocumentsOrder, documents: { process: string; document: string }[], idempotencyKey: string) =>
  api.post<Schemas['JobStarted']>('/bulk-document-acts', { ...order, documents }, { idempotencyKey })

/** Another job over what the first did not do. */
export const retryJob = (job: string, idempotencyKey: string) =>
  api.post<Schemas['JobStarted']>(path(job, '/retrials'), {}, { idempotencyKey })

export interface DuplicateInput {
  documents: string[] | null
  interested_parties: string[] | null
  keep_relations: boolean
}

export const duplicateProcess = (process: string, input: DuplicateInput, idempotencyKey: string) =>
  api.post<Schemas['Duplicated']>(`/processes/${encodeURIComponent(process)}/duplicates`, input, { idempotencyKey })

export const cancelJob = (job: string, idempotencyKey: string) =>
  api.post<unknown>(path(job, '/cancellation'), {}, { idempotencyKey })

export const jobFile = (job: string) => api.get<Schemas['FileLink']>(path(job, '/file'))
