import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey } from './processes'
import type { Routing, UnitLite } from './types'

export interface PathStop {
  unit: UnitLite & { name: string }
  open: boolean
  received: boolean
  since: string
  left_at: string | null
}

export interface PathLeg {
  routing: string
  to: UnitLite
  received_at: string | null
  returned_at: string | null
  return_due: string | null
  status: Routing['status']
  overdue: boolean
  sentence: string
}

export type NoticeState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unconfirmed'

export interface PathStep {
  origin: UnitLite
  sent_at: string
  legs: PathLeg[]
  notice: { state: NoticeState; reason: string | null } | null
}

export interface RoutingPath {
  units: PathStop[]
  steps: PathStep[]
  complete: boolean
}

/** Who has the process, what is awaited, and the way it went (TRA-01 to TRA-03). */
export function pathQuery(process: string) {
  return queryOptions({
    queryKey: [...processKey(process), 'path'],
    queryFn: ({ signal }) => api.get<RoutingPath>(`/processes/${encodeURIComponent(process)}/path`, { signal }),
  })
}
