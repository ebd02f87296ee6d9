import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey, refreshProcess } from './processes'
import { queryClient } from './query-client'
import type { InboxRow, Page, PersonLite, UnitLite } from './types'

/** A confidential process that one may open; ``open`` is false after one concluded it (SIG-09). */
export interface HeldProcess extends InboxRow {
  standing: 'unopened' | 'opened' | 'in_session'
  open: boolean
  granted_by: PersonLite | null
  granted_at: string
}

export interface Credential {
  user: PersonLite
  unit: UnitLite
  granted_by: PersonLite
  granting_unit: UnitLite
  granted_at: string
  opened: boolean
  concluded: boolean
  own: boolean
  revocable: boolean
  ended: 'revoked' | 'renounced' | 'cancelled' | 'annulled' | null
  ended_at: string | null
}

export interface Holder {
  user: string
  unit: string
}

/** Somebody asked to sign one document, who has not signed yet (SIG-07). */
export interface DocumentCredential {
  document: string
  label: string
  user: PersonLite
  unit: UnitLite
  granted_by: PersonLite
  granting_unit: UnitLite
  granted_at: string
  revocable: boolean
}

export interface Credentials {
  items: Credential[]
  signing: DocumentCredential[]
}

export const heldKey = ['confidential'] as const

const path = (process: string, rest: string) => `/processes/${encodeURIComponent(process)}${rest}`

/** Processes with a credential in the unit; ``atHand``: only what was not concluded. */
export function heldQuery(unit: string, atHand: boolean) {
  return infiniteQueryOptions({
    queryKey: [...heldKey, unit, atHand],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<HeldProcess>>('/confidential', { query: { at_hand: atHand ? true : undefined, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<HeldProcess>) => page.next_cursor,
  })
}

export function credentialsQuery(process: string) {
  return queryOptions({
    queryKey: [...processKey(process), 'credentials'],
    queryFn: ({ signal }) => api.get<Credentials>(path(process, '/credentials'), { signal }),
  })
}

export interface SecretProof {
  password: string
  one_time_code?: string
}

export function openSecret(process: string, proof: SecretProof, idempotencyKey: string): Promise<{ until: string }> {
  return api.post<{ until: string }>(path(process, '/openings'), proof, { idempotencyKey })
}

/** Forgets here what was shown of it, too. */
export async function closeSecret(process: string): Promise<void> {
  await api.delete(path(process, '/openings'))
  forgetSecret(process)
}

export function forgetSecret(process: string): void {
  queryClient.removeQueries({ queryKey: processKey(process) })
}

const act = (rest: string) => (process: string, body: unknown, idempotencyKey: string) =>
  api.post<{ version: number }>(path(process, `/credentials${rest}`), body, { idempotencyKey })

export const grantCredential = act('')
export const transferCredential = act('/transfers')
export const revokeCredential = act('/revocations')
export const renewCredential = act('/renewals')
export const renounceCredential = act('/renunciations')

const signing = (document: string, rest = '') => `/documents/${encodeURIComponent(document)}/signing-credentials${rest}`

export function grantSigning(process: string, document: string, holder: Holder, idempotencyKey: string) {
  return api.post<{ version: number }>(path(process, signing(document)), holder, { idempotencyKey })
}

export function revokeSigning(process: string, document: string, holder: Holder, idempotencyKey: string) {
  return api.post<{ version: number }>(path(process, signing(document, '/revocations')), holder, { idempotencyKey })
}

export async function refreshCredentials(process: string): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: heldKey }), refreshProcess(process)])
}
