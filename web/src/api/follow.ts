import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { CodeName, Page, PersonLite } from './types'

export interface FollowUp {
  id: string
  process: string
  group: string
  observation: string
  by: PersonLite
  at: string
  /** False when the unit may no longer follow it; then nothing else of the process is told. */
  visible: boolean
  nup: string | null
  type: CodeName | null
  specification: string
  open_units: string[]
  news: number
}

/** What the unit follows, newest first. */
export function followUpsQuery(unit: string) {
  return infiniteQueryOptions({
    queryKey: ['follow-ups', unit],
    queryFn: ({ pageParam, signal }) => api.get<Page<FollowUp>>('/follow-ups', { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<FollowUp>) => page.next_cursor,
  })
}

interface Words {
  group: string
  observation: string
}

export const followProcess = (process: string, words: Words, idempotencyKey: string) =>
  api.post<{ id: string }>(`/processes/${process}/follow-ups`, words, { idempotencyKey })

export const changeFollowUp = (process: string, id: string, words: Words, idempotencyKey: string) =>
  api.put<unknown>(`/processes/${process}/follow-ups/${id}`, words, { idempotencyKey })

export const seeNews = (process: string, id: string, idempotencyKey: string) =>
  api.post<unknown>(`/processes/${process}/follow-ups/${id}/sight`, {}, { idempotencyKey })

export const unfollow = (process: string, id: string, idempotencyKey: string) =>
  api.delete(`/follow-ups/${process}/${id}`, { idempotencyKey })

export const refreshFollowUps = (unit: string) => queryClient.invalidateQueries({ queryKey: ['follow-ups', unit] })
