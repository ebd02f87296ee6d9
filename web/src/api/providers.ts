import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Me } from './types'

/** Who may vouch for people here; none in most cities (ACC-01). */
export interface LoginProvider {
  id: string
  label: string
  leave: string | null
}

export const providersQuery = queryOptions({
  queryKey: ['login-providers'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: LoginProvider[] }>('/login-providers', { signal, waitForSession: false })).items,
  staleTime: Number.POSITIVE_INFINITY,
})

export async function entryAddress(provider: string): Promise<string> {
  const path = `/login-providers/${encodeURIComponent(provider)}/entries`
  return (await api.post<{ url: string }>(path, {}, { waitForSession: false })).url
}

export function enterVouched(back: { code: string; state: string }): Promise<Me> {
  return api.post<Me>('/login-providers/returns', back, { waitForSession: false })
}

export interface VouchedCode {
  one_time_code: string
  trust_device: boolean
}

/** Of who is enrolled, after a provider vouched (ACC-02). */
export function enterWithCode(code: VouchedCode, idempotencyKey: string): Promise<Me> {
  return api.post<Me>('/login-providers/codes', code, { waitForSession: false, idempotencyKey })
}
