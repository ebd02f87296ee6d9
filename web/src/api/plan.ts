import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey } from './processes'
import type { CodeName, PersonLite, UnitLite } from './types'

export type PlanStatus = 'in_progress' | 'paused' | 'finished' | 'problem' | 'not_applicable' | 'disregarded'

export interface PlanItem {
  id: string
  name: string
  /** Including one of these begins the item. */
  document_types: CodeName[]
  status: PlanStatus | null
  note: string
  document: string | null
  by: PersonLite | null
  unit: UnitLite | null
  at: string | null
}

export interface WorkPlan {
  plan: CodeName | null
  stages: { name: string; items: PlanItem[] }[]
  choices: CodeName[]
}

const path = (process: string, rest = '') => `/processes/${encodeURIComponent(process)}/work-plan${rest}`

/** The work plan of a process and those it could have (PRO-26). */
export function planQuery(process: string) {
  return queryOptions({
    queryKey: [...processKey(process), 'work-plan'],
    queryFn: ({ signal }) => api.get<WorkPlan>(path(process), { signal }),
  })
}

export interface ItemMark {
  status: PlanStatus | null
  /** As the screen showed it, so that colleagues do not write over each other unseen. */
  expected: PlanStatus | null
  note: string
}

export const markItem = (process: string, item: string, mark: ItemMark, idempotencyKey: string) =>
  api.put<unknown>(path(process, `/items/${encodeURIComponent(item)}`), mark, { idempotencyKey })

export const replacePlan = (process: string, code: string, expected: string | null, idempotencyKey: string) =>
  api.put<unknown>(path(process), { code, expected }, { idempotencyKey })
