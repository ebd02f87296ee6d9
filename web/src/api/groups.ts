import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { PersonLite } from './types'

export interface GroupUnit {
  id: string
  acronym: string
  name: string
  /** Whether it receives processes today. */
  receives: boolean
}

export interface SendingGroup {
  id: string
  name: string
  institutional: boolean
  units: GroupUnit[]
  by: PersonLite
  at: string
  revision: number
}

const GROUPS_STALE_MS = 60_000
const groupsKey = (unit: string) => ['sending-groups', unit] as const

/** The groups of the unit, then those of the whole institution (CON-02). */
export function groupsQuery(unit: string) {
  return queryOptions({
    queryKey: groupsKey(unit),
    queryFn: async ({ signal }) => (await api.get<{ items: SendingGroup[] }>('/sending-groups', { signal })).items,
    staleTime: GROUPS_STALE_MS,
  })
}

const shelf = (institutional: boolean) => (institutional ? '/institutional-sending-groups' : '/sending-groups')

export interface GroupInput {
  name: string
  units: string[]
}

export const createGroup = (input: GroupInput, institutional: boolean, idempotencyKey: string) =>
  api.post<unknown>(shelf(institutional), input, { idempotencyKey })

export const changeGroup = (group: SendingGroup, input: GroupInput, idempotencyKey: string) =>
  api.put<unknown>(`${shelf(group.institutional)}/${group.id}`, input, { ifMatch: group.revision, idempotencyKey })

export const deleteGroup = (group: SendingGroup, idempotencyKey: string) =>
  api.delete(`${shelf(group.institutional)}/${group.id}`, { ifMatch: group.revision, idempotencyKey })

export const refreshGroups = (unit: string) => queryClient.invalidateQueries({ queryKey: groupsKey(unit) })
