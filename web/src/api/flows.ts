import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey } from './processes'
import { queryClient } from './query-client'
import type { CodeName, PersonLite, UnitLite } from './types'

export type FlowState = 'running' | 'paused' | 'finished' | 'cancelled'
export type FlowStepState = 'to_come' | 'open' | 'done' | 'skipped' | 'cancelled' | 'not_needed'

export interface FlowOffer {
  code: string
  name: string
  description: string
  version: number
}

/** A published flow in its newest version, with the text that was written. */
export interface FlowCard extends FlowOffer {
  process_type: CodeName
  free_routing: boolean
  steps: { step: string; name: string }[]
  text: string
  by: PersonLite
  at: string
  withdrawn: { by: PersonLite; at: string; reason: string } | null
}

export interface FlowWay {
  way: number
  label: string
}

/** A step as it stands, the last time it was reached. */
export interface FlowStep {
  step: string
  at: string | null
  name: string
  kind: 'work' | 'decision' | 'choice' | 'parallel'
  branch: string | null
  state: FlowStepState
  times: number
  unit: UnitLite | null
  escalated_to: UnitLite | null
  due: string | null
  overdue: boolean
  document: string | null
  document_number: string | null
  began_at: string | null
  ended_at: string | null
  by: PersonLite | null
  answer: string | null
  note: string
  ways: FlowWay[]
  can_complete: boolean
  can_skip: boolean
}

export interface FlowRun {
  id: string
  code: string
  name: string
  version: number
  state: FlowState
  free_routing: boolean
  unit: UnitLite
  by: PersonLite
  started_at: string
  ended_at: string | null
  reason: string
  done: number
  total: number
  steps: FlowStep[]
}

export interface FlowProgress {
  run: FlowRun | null
  offers: FlowOffer[]
  can_start: boolean
  can_hold: boolean
  can_cancel: boolean
}

const path = (process: string, rest = '') => `/processes/${encodeURIComponent(process)}/flow${rest}`
const flowsKey = ['flows'] as const

/** The key is below the process's: whatever refreshes one refreshes the other. */
export function flowQuery(process: string) {
  return queryOptions({
    queryKey: [...processKey(process), 'flow'],
    queryFn: ({ signal }) => api.get<FlowProgress>(path(process), { signal }),
  })
}

/** All flows, or those of one type of process. */
export function flowsQuery(processType?: string) {
  return queryOptions({
    queryKey: [...flowsKey, processType ?? 'all'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: FlowCard[] }>('/flows', { query: { process_type: processType }, signal })).items,
  })
}

export const refreshFlows = () => queryClient.invalidateQueries({ queryKey: flowsKey })

export const checkFlow = (text: string) => api.post<{ code: string; name: string; steps: string[] }>('/flows/check', { text })

export const publishFlow = (text: string, idempotencyKey: string) =>
  api.post<{ code: string; version: number }>('/flows', { text }, { idempotencyKey })

export const withdrawFlow = (code: string, input: { reason: string; version: number }, idempotencyKey: string) =>
  api.post<{ code: string; version: number }>(`/flows/${encodeURIComponent(code)}/withdrawal`, input, { idempotencyKey })

const act = (process: string, rest: string, body: object, idempotencyKey: string) =>
  api.post<{ state: FlowState }>(path(process, rest), body, { idempotencyKey })

export const startFlow = (process: string, flow: string, key: string) => act(process, '', { flow }, key)

export const completeStep = (process: string, at: string, body: { way?: number; note: string }, key: string) =>
  act(process, `/steps/${at}/completion`, body, key)

export const skipStep = (process: string, at: string, body: { way?: number; reason: string }, key: string) =>
  act(process, `/steps/${at}/skipping`, body, key)

export const pauseFlow = (process: string, reason: string, key: string) => act(process, '/pause', { reason }, key)

export const resumeFlow = (process: string, key: string) => act(process, '/resumption', {}, key)

export const cancelFlow = (process: string, reason: string, key: string) => act(process, '/cancellation', { reason }, key)
