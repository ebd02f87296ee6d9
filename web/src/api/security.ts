import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { PersonLite } from './types'

export interface AccountEvent {
  at: string
  text: string
  by: string
  address: string
}

export interface TrustedDevice {
  id: string
  agent: string
  address: string
  at: string
  expires_at: string
  current: boolean
}

interface Standing {
  enrolled_at: string | null
  recovery_left: number
  paused_until: string | null
  events: AccountEvent[]
}

export interface SecondFactor extends Standing {
  required: boolean
  devices: TrustedDevice[]
}

export interface SecondFactorOfUser extends Standing {
  user: PersonLite
}

export interface Proof {
  password: string
  one_time_code: string
}

export interface OpenSession {
  id: string
  at: string
  last_used_at: string
  address: string
  agent: string
  current: boolean
}

const OWN = '/me/second-factor'
const of = (user: string) => `/users/${encodeURIComponent(user)}/second-factor`

/** How one enters: the second factor, its devices, and what changed (ACC-02). */
export const secondFactorQuery = queryOptions({
  queryKey: ['me', 'second-factor'],
  queryFn: ({ signal }) => api.get<SecondFactor>(OWN, { signal }),
})

export function secondFactorOfQuery(user: string) {
  return queryOptions({
    queryKey: ['second-factor', user],
    queryFn: ({ signal }) => api.get<SecondFactorOfUser>(of(user), { signal }),
    enabled: user !== '',
    retry: false,
    gcTime: 0,
  })
}

export const beginSecondFactor = (password: string, idempotencyKey: string) =>
  api.post<{ secret: string; address: string }>(OWN, { password }, { idempotencyKey })

/** `seed` is made here and kept nowhere: the recovery codes are made of it. */
export const confirmSecondFactor = (input: { one_time_code: string; seed: string }, idempotencyKey: string) =>
  api.post<{ codes: string[] }>(`${OWN}/confirmation`, input, { idempotencyKey })

export const renewRecoveryCodes = (input: Proof & { seed: string }, idempotencyKey: string) =>
  api.post<{ codes: string[] }>(`${OWN}/recovery-codes`, input, { idempotencyKey })

export const removeSecondFactor = (proof: Proof, idempotencyKey: string) =>
  api.post<void>(`${OWN}/removal`, proof, { idempotencyKey })

export const distrustDevice = (id: string) => api.delete(`/me/devices/${encodeURIComponent(id)}`)

export const distrustEveryDevice = (idempotencyKey: string) => api.delete('/me/devices', { idempotencyKey })

export const pauseSecondFactor = (user: string, input: { hours: number; reason: string }, idempotencyKey: string) =>
  api.post<void>(`${of(user)}/pause`, input, { idempotencyKey })

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: async ({ signal }) => (await api.get<{ items: OpenSession[] }>('/me/sessions', { signal })).items,
})

export const endSession = (id: string) => api.delete(`/me/sessions/${encodeURIComponent(id)}`)

export const endOtherSessions = (idempotencyKey: string) => api.delete('/me/sessions', { idempotencyKey })

export interface PasswordChange {
  password: string
  one_time_code?: string
  new_password: string
}

export const changePassword = (input: PasswordChange, idempotencyKey: string) =>
  api.put<void>('/me/password', input, { idempotencyKey })

/** 32 random bytes in the alphabet of addresses. */
export function randomSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
