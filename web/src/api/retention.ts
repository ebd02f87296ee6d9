import { queryOptions } from '@tanstack/react-query'
import { api } from './client'

export interface RetentionRule {
  code: string
  what: string
  period: string
  since: string
  basis: string
  means: string
  chosen: boolean
}

/** Rules, and no data: they change only with the installation. */
export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => api.get<{ items: RetentionRule[] }>('/retention', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
