import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { refreshBlockGroups } from './block-groups'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

type Schemas = components['schemas']

export type BlockRow = Schemas['BlockRow']
export type BlockPage = Schemas['BlockPage']
export type BlockItem = Schemas['BlockItem']
export type BlockKind = BlockRow['kind']
export type BlockFlag = Schemas['BlockFlagMark']['flag']
export type SigningQueueItem = Schemas['SigningQueueItem']

export interface BlockInput {
  description: string
  units: string[]
  /** The id of a group of the unit; empty is none. */
  group: string
}

const path = (block: string, rest = '') => `/blocks/${encodeURIComponent(block)}${rest}`

/** The unit is part of the key: changing it must not show the other's blocks. */
export function blocksQuery(unit: string, kind: BlockKind, concluded: boolean, group?: string) {
  return infiniteQueryOptions({
    queryKey: ['blocks', unit, kind, concluded, group ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<Schemas['Blocks']>('/blocks', { query: { kind, concluded, group: group ?? null, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Schemas['Blocks']) => page.next_cursor,
  })
}

export function blockQuery(unit: string, block: string) {
  return infiniteQueryOptions({
    queryKey: ['block', block, unit],
    queryFn: ({ pageParam, signal }) => api.get<BlockPage>(path(block), { query: { start: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (page: BlockPage) => page.next_item,
  })
}

export function signingQueueQuery(user: string) {
  return queryOptions({
    queryKey: ['signing-queue', user],
    queryFn: ({ signal }) => api.get<Schemas['SigningQueue']>('/signing-queue', { signal }),
  })
}

/** After a signature, wherever it was made: the menu says how many are left. */
export const refreshSigningQueue = () => queryClient.invalidateQueries({ queryKey: ['signing-queue'] })

/** After any act on a block: it, the lists it is in, and what waits to be signed. */
export async function refreshBlocks(block?: string): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['blocks'] })
  void refreshSigningQueue()
  void refreshBlockGroups()
  if (block) await queryClient.invalidateQueries({ queryKey: ['block', block] })
}

export const createBlock = (kind: BlockKind, input: BlockInput, idempotencyKey: string) =>
  api.post<Schemas['BlockCreated']>('/blocks', { kind, ...input }, { idempotencyKey })

export const changeBlock = (block: string, input: BlockInput, idempotencyKey: string) =>
  api.patch<unknown>(path(block), input, { idempotencyKey })

export const deleteBlock = (block: string, idempotencyKey: string) => api.delete(path(block), { idempotencyKey })

export const includeInBlock = (block: string, process: string, document: string | null, idempotencyKey: string) =>
  api.post<unknown>(path(block, '/items'), { process, document }, { idempotencyKey })

export const removeFromBlock = (block: string, item: string, idempotencyKey: string) =>
  api.delete(path(block, `/items/${encodeURIComponent(item)}`), { idempotencyKey })

export const annotateItem = (block: string, item: string, text: string, idempotencyKey: string) =>
  api.put<unknown>(path(block, `/items/${encodeURIComponent(item)}/note`), { text }, { idempotencyKey })

export const assignBlock = (block: string, user: string | null, idempotencyKey: string) =>
  api.put<unknown>(path(block, '/assignee'), { user }, { idempotencyKey })

export const flagBlock = (block: string, flag: BlockFlag, raised: boolean, idempotencyKey: string) =>
  api.put<unknown>(path(block, `/flags/${flag}`), { raised }, { idempotencyKey })

export const shareBlock = (block: string, idempotencyKey: string) =>
  api.post<unknown>(path(block, '/sharing'), {}, { idempotencyKey })

export const unshareBlock = (block: string, idempotencyKey: string) => api.delete(path(block, '/sharing'), { idempotencyKey })

export const returnBlock = (block: string, reason: string, idempotencyKey: string) =>
  api.post<unknown>(path(block, '/return'), { reason }, { idempotencyKey })

export const concludeBlock = (block: string, idempotencyKey: string) =>
  api.post<unknown>(path(block, '/conclusion'), {}, { idempotencyKey })

export const reopenBlock = (block: string, idempotencyKey: string) =>
  api.post<unknown>(path(block, '/reopening'), {}, { idempotencyKey })
