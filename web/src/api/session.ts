import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Access, Me, TenantAtTheDoor } from './types'

export const meKey = ['me'] as const

/** Who is here, in which unit, and how the city presents itself (ACC-01, ACC-04). */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => api.get<Me>('/me', { signal, waitForSession: false }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: ({ signal }) => api.get<TenantAtTheDoor>('/public/tenant', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const accessesQuery = queryOptions({
  queryKey: ['me', 'accesses'],
  queryFn: async ({ signal }) => {
    const answer = await api.get<Access[] | { items: Access[] }>('/me/accesses', { signal })
    return Array.isArray(answer) ? answer : answer.items
  },
})

export interface Credentials {
  login: string
  password: string
  one_time_code?: string
  trust_device?: boolean
}

export function enter(credentials: Credentials): Promise<Me> {
  return api.post<Me>('/sessions', credentials, { waitForSession: false })
}

export function leave(): Promise<void> {
  return api.delete('/sessions/current', { waitForSession: false })
}

export function changeUnit(unit: string): Promise<Me> {
  return api.put<Me>('/me/unit', { unit })
}
