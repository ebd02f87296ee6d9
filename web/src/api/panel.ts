import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Colour } from './desk-types'
import type { InboxCounters } from './types'

export interface Due {
  overdue: number
  soon: number
  on_time: number
}

export interface Tally {
  id: string
  name: string
  count: number
  colour?: Colour | null
}

export interface Panel {
  counters: InboxCounters
  deadlines: Due & { concluded: number }
  returns_to_give: Due
  returns_awaited: Due
  labels: Tally[]
  checkpoints: Tally[]
  /** Phases of processes that left the unit and were not taken off them. */
  checkpoints_left: Tally[]
  assignees: Tally[]
  types: Tally[]
}

const POLL_MS = 30_000

/** The figures of the current unit. */
export function panelQuery(unit: string) {
  return queryOptions({
    queryKey: ['panel', unit],
    queryFn: ({ signal }) => api.get<Panel>('/panel', { signal }),
    refetchInterval: POLL_MS,
  })
}
