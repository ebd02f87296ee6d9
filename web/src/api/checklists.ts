import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

export type Templates = components['schemas']['ChecklistTemplates']
export type Template = components['schemas']['ChecklistTemplate']

const path = (process: string, rest = '') => `/processes/${encodeURIComponent(process)}/checklist${rest}`

/** The ready-made lists of the unit. */
export function templatesQuery(unit: string) {
  return queryOptions({
    queryKey: ['checklist-templates', unit],
    queryFn: ({ signal }) => api.get<Templates>('/checklist-templates', { signal }),
    staleTime: 60_000,
  })
}

export const refreshTemplates = (unit: string) => queryClient.invalidateQueries({ queryKey: ['checklist-templates', unit] })

export const defineTemplates = (templates: { id?: string; name: string; items: string[] }[], revision: number, idempotencyKey: string) =>
  api.put<unknown>('/checklist-templates', { templates, revision }, { idempotencyKey })

export const extendChecklist = (process: string, template: string | null, items: string[], idempotencyKey: string) =>
  api.post<unknown>(path(process), { template, items }, { idempotencyKey })

export const tickItem = (process: string, item: string, done: boolean, idempotencyKey: string) =>
  api.put<unknown>(path(process, `/${item}`), { done }, { idempotencyKey })

export const dropItem = (process: string, item: string, idempotencyKey: string) =>
  api.delete(path(process, `/${item}`), { idempotencyKey })
