import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

export type KeptPlan = components['schemas']['KeptPlan']

export interface PlanInput {
  name: string
  stages: { name: string; items: { name: string; document_types: string[] }[] }[]
  process_types: string[]
  version: number
  withdrawn: boolean
}

/** The city's work plans, edited or not (PRO-26). */
export const plansQuery = queryOptions({
  queryKey: ['work-plans'] as const,
  queryFn: async ({ signal }) => (await api.get<{ items: KeptPlan[] }>('/work-plans', { signal })).items,
})

export const refreshPlans = () => queryClient.invalidateQueries({ queryKey: plansQuery.queryKey })

export const savePlan = (code: string | null, input: PlanInput, idempotencyKey: string) =>
  code === null
    ? api.post<{ code: string; version: number }>('/work-plans', input, { idempotencyKey })
    : api.put<{ code: string; version: number }>(`/work-plans/${encodeURIComponent(code)}`, input, { idempotencyKey })
