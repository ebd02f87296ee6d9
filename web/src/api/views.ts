import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { InboxFilters } from './inbox'
import { queryClient } from './query-client'
import type { PersonLite } from './types'

export interface SavedView {
  id: string
  name: string
  shared: boolean
  settings: Record<string, string>
  by: PersonLite
  at: string
}

const VIEWS_STALE_MS = 60_000
const viewsKey = (unit: string) => ['views', unit] as const

/** The views of the unit, and one's own in it. */
export function viewsQuery(unit: string) {
  return queryOptions({
    queryKey: viewsKey(unit),
    queryFn: async ({ signal }) => (await api.get<{ items: SavedView[] }>('/views', { signal })).items,
    staleTime: VIEWS_STALE_MS,
  })
}

export const saveView = (view: Pick<SavedView, 'name' | 'shared' | 'settings'>, idempotencyKey: string) =>
  api.post<{ id: string }>('/views', view, { idempotencyKey })

export const deleteView = (view: string, idempotencyKey: string) => api.delete(`/views/${view}`, { idempotencyKey })

export const refreshViews = (unit: string) => queryClient.invalidateQueries({ queryKey: viewsKey(unit) })

/** The inbox as a spreadsheet, by the filters of the screen. */
export function exportInbox({ unread, ...filters }: InboxFilters) {
  return api.get<{ content: string; rows: number; complete: boolean }>('/inbox/export', {
    query: { ...filters, unread: unread ? true : undefined },
  })
}
