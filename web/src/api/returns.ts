import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { CodeName, UnitLite } from './types'

export interface ReturnLine {
  routing: string
  process: string
  nup: string
  type: CodeName
  specification: string
  kind: 'awaited' | 'to_give'
  /** Who must send it back, or whom it must be sent back to. */
  unit: UnitLite
  due: string
  received: boolean
  overdue: boolean
}

export interface Returns {
  items: ReturnLine[]
  complete: boolean
  today: string
}

const RETURNS_STALE_MS = 15_000

/** Pending returns of a month (`2026-11`), and the overdue ones from before it (TRA-03). */
export function returnsQuery(unit: string, month: string) {
  return queryOptions({
    queryKey: ['returns', unit, month],
    queryFn: ({ signal }) => api.get<Returns>('/returns', { query: { month }, signal }),
    staleTime: RETURNS_STALE_MS,
    placeholderData: keepPreviousData,
  })
}
