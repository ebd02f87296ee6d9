import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

type Schemas = components['schemas']

export type BlockGroup = Schemas['BlockGroup']

const GROUPS_STALE_MS = 60_000
const GROUPS = ['block-groups'] as const

/** The unit's groups of blocks, those in use first (BLO-04). */
export function blockGroupsQuery(unit: string) {
  return queryOptions({
    queryKey: [...GROUPS, unit],
    queryFn: async ({ signal }) => (await api.get<Schemas['BlockGroups']>('/block-groups', { signal })).items,
    staleTime: GROUPS_STALE_MS,
  })
}

export interface BlockGroupInput {
  name: string
  active: boolean
}

const path = (group: BlockGroup) => `/block-groups/${group.id}`

export const createBlockGroup = (name: string, idempotencyKey: string) =>
  api.post<unknown>('/block-groups', { name }, { idempotencyKey })

export const changeBlockGroup = (group: BlockGroup, input: BlockGroupInput, idempotencyKey: string) =>
  api.put<unknown>(path(group), input, { ifMatch: group.revision, idempotencyKey })

export const deleteBlockGroup = (group: BlockGroup, idempotencyKey: string) =>
  api.delete(path(group), { ifMatch: group.revision, idempotencyKey })

/** After a change of the groups, or of what is in them. */
export const refreshBlockGroups = () => queryClient.invalidateQueries({ queryKey: GROUPS })
