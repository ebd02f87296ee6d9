import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { PersonLite } from './types'

export type Ground = 'consent' | 'excessive' | 'ended'

export interface ErasureLine {
  fate: 'erase' | 'keep' | 'wait'
  what: string
  where: string
  why: string
}

export interface Erasure {
  id: string
  contact: string
  /** Of who left; of a contact, nothing. */
  user: string
  name: string
  ground: Ground
  ground_name: string
  reason: string
  state: 'asked' | 'confirmed' | 'done' | 'refused'
  by: PersonLite
  at: string
  settled_by: PersonLite | null
  settled_at: string | null
  refusal: string
  job: string
  done_at: string | null
  own: boolean
}

export const erasuresKey = ['erasures']

export const erasuresQuery = queryOptions({
  queryKey: [...erasuresKey, 'list'],
  queryFn: ({ signal }) => api.get<{ items: Erasure[]; grounds: { code: Ground; name: string }[] }>('/erasures', { signal }),
})

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: [...erasuresKey, id],
    queryFn: ({ signal }) => api.get<Erasure & { lines: ErasureLine[] }>(`/erasures/${id}`, { signal }),
  })

/** Each simulation is a reading that is recorded: none is made that nobody asked for. */
export const planQuery = (contact: string, ground: Ground | '') =>
  queryOptions({
    queryKey: ['erasure-plan', contact, ground],
    queryFn: ({ signal }) => api.get<{ name: string; lines: ErasureLine[] }>('/erasure-plan', { query: { contact, ground }, signal }),
    enabled: contact !== '' && ground !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const askErasure = (body: { contact: string; ground: Ground; reason: string }, key: string) =>
  api.post<{ id: string }>('/erasures', body, { idempotencyKey: key })

export const confirmErasure = (id: string, key: string) => api.post<{ job: string }>(`/erasures/${id}/confirmation`, undefined, { idempotencyKey: key })

export const refuseErasure = ({ id, reason }: { id: string; reason: string }, key: string) =>
  api.post<{ id: string }>(`/erasures/${id}/refusal`, { reason }, { idempotencyKey: key })

export interface Leaver {
  login: string
  name: string
  agency: string
  left_at: string | null
  due_at: string | null
  due: boolean
}

export const leaversQuery = infiniteQueryOptions({
  queryKey: [...erasuresKey, 'leavers'],
  queryFn: ({ pageParam, signal }) =>
    api.get<{ items: Leaver[]; next_cursor: string | null }>('/leavers', { query: pageParam ? { cursor: pageParam } : {}, signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next_cursor,
})

export const leaverPlanQuery = (login: string) =>
  queryOptions({
    queryKey: ['leaver-plan', login],
    queryFn: ({ signal }) => api.get<{ name: string; lines: ErasureLine[] }>(`/leavers/${encodeURIComponent(login)}/erasure-plan`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const askLeaverErasure = ({ login, ...body }: { login: string; ground: Ground; reason: string }, key: string) =>
  api.post<{ id: string }>(`/leavers/${encodeURIComponent(login)}/erasures`, body, { idempotencyKey: key })
