import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { CodeName, Page, PersonLite, UnitLite } from './types'

/** A credential of a confidential process; inactive when its holder no longer works in the unit (SIG-08). */
export interface Holding {
  process: string
  nup: string
  type: CodeName
  unit: UnitLite
  user: PersonLite
  state: 'active' | 'inactive'
  granted_by: PersonLite
  granted_at: string
}

export type HoldingsScope = 'unit' | 'agency'

export const holdingsKey = ['holdings'] as const

export function holdingsQuery(unit: string, scope: HoldingsScope) {
  return infiniteQueryOptions({
    queryKey: [...holdingsKey, unit, scope],
    queryFn: ({ pageParam, signal }) => api.get<Page<Holding>>(`/holdings/${scope}`, { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Holding>) => page.next_cursor,
  })
}

export function exportHoldings(scope: HoldingsScope): Promise<{ content: string; rows: number; complete: boolean }> {
  return api.get(`/holdings/${scope}/export`)
}

/** What proves who acts; the code only of who has two-step verification. */
export interface HoldingsProof {
  password: string
  one_time_code?: string
}

export interface Activation extends HoldingsProof {
  processes: string[]
  user: string
  unit: string
}

export interface Cancellation extends HoldingsProof {
  credentials: { process: string; user: string; unit: string }[]
}

export function activateCredentials(body: Activation, idempotencyKey: string): Promise<{ done: number }> {
  return api.post('/holdings/activations', body, { idempotencyKey })
}

export function cancelCredentials(body: Cancellation, idempotencyKey: string): Promise<{ done: number }> {
  return api.post('/holdings/cancellations', body, { idempotencyKey })
}
