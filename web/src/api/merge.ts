import { api } from './client'
import type { components } from './schema'

export type MergeReport = components['schemas']['MergeReport']

export interface MergeInput {
  type: string
  model: string
  rows: string
  description: string
  block: string | null
}

/** What would be done, row by row; writes nothing (DOC-09). */
export const checkMerge = (input: MergeInput) => api.post<MergeReport>('/mail-merges/check', input)

export const orderMerge = (input: MergeInput, idempotencyKey: string) =>
  api.post<{ job: string }>('/mail-merges', input, { idempotencyKey })
