import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { DocumentType, PersonLite } from './types'

export interface TypeSequence {
  numbering: Exclude<DocumentType['numbering'], 'none'>
  year: number | null
  last: number
  next: number
  lowest: number
  adjustments: { from: number; to: number; by: PersonLite; at: string; reason: string }[]
}

const path = (type: string) => `/document-types/${encodeURIComponent(type)}/numbering`

export function sequenceQuery(type: string, unit: string | null) {
  return queryOptions({
    queryKey: ['numbering', type, unit],
    queryFn: ({ signal }) => api.get<TypeSequence>(path(type), { query: unit ? { unit } : {}, signal }),
    gcTime: 0,
  })
}

export interface AdjustmentInput {
  next: number
  reason: string
  unit?: string
}

export const adjustSequence = (type: string, input: AdjustmentInput, idempotencyKey: string) =>
  api.put<{ next: number }>(path(type), input, { idempotencyKey })
