import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Arrangement, Board, Checkpoint, Colour, DeskView } from './desk-types'
import { refreshInbox } from './inbox'
import { processKey } from './processes'
import { queryClient } from './query-client'
import type { ReturnDueInput } from './types'

const path = (process: string, rest: string) => `/processes/${encodeURIComponent(process)}${rest}`
const ARRANGEMENT_STALE_MS = 60_000

export const arrangementKey = (unit: string) => ['arrangement', unit] as const

/** Labels, checkpoints and board of the current unit. */
export function arrangementQuery(unit: string) {
  return queryOptions({
    queryKey: arrangementKey(unit),
    queryFn: ({ signal }) => api.get<Arrangement>('/arrangement', { signal }),
    staleTime: ARRANGEMENT_STALE_MS,
  })
}

/** What the unit keeps about a process, and its own log of it. */
export function deskQuery(process: string) {
  return queryOptions({
    queryKey: [...processKey(process), 'desk'],
    queryFn: ({ signal }) => api.get<DeskView>(path(process, '/desk'), { signal }),
  })
}

/** `expected` is when the note that was shown had been written, so that colleagues do not overwrite each other unseen. */
export const writeNote = (process: string, text: string, priority: boolean, expected: string | null | undefined, idempotencyKey: string) =>
  api.put<unknown>(path(process, '/note'), { text, priority, expected }, { idempotencyKey })

export const attachLabel = (process: string, label: string, text: string, idempotencyKey: string) =>
  api.put<unknown>(path(process, `/labels/${label}`), { text }, { idempotencyKey })

export const detachLabel = (process: string, label: string, idempotencyKey: string) =>
  api.delete(path(process, `/labels/${label}`), { idempotencyKey })

/** From one column of the board to another; null is the column of those without a label. */
export const moveLabel = (process: string, origin: string | null, destination: string | null, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/label-moves'), { origin, destination }, { idempotencyKey })

export const setDeadline = (process: string, due: NonNullable<ReturnDueInput>, idempotencyKey: string) =>
  api.put<unknown>(path(process, '/deadline'), due, { idempotencyKey })

export const concludeDeadline = (process: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/deadline/conclusion'), {}, { idempotencyKey })

export const removeDeadline = (process: string, idempotencyKey: string) =>
  api.delete(path(process, '/deadline'), { idempotencyKey })

/** One's own last change of it: it is again as it was. */
export const undoDeadline = (process: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, '/deadline/undoing'), {}, { idempotencyKey })

export const setCheckpoint = (process: string, checkpoint: string | null, idempotencyKey: string) =>
  api.put<unknown>(path(process, '/checkpoint'), { checkpoint }, { idempotencyKey })

export const createLabel = (name: string, colour: Colour, idempotencyKey: string) =>
  api.post<{ id: string }>('/labels', { name, colour }, { idempotencyKey })

export const changeLabel = (
  label: string,
  changes: { name?: string; colour?: Colour; active?: boolean },
  idempotencyKey: string,
) => api.patch<unknown>(`/labels/${label}`, changes, { idempotencyKey })

export const deleteLabel = (label: string, idempotencyKey: string) => api.delete(`/labels/${label}`, { idempotencyKey })

export const arrangeBoard = (board: Board, idempotencyKey: string) => api.put<unknown>('/board', board, { idempotencyKey })

export const readCheckpoints = (unit: string) => api.get<Arrangement>(`/units/${unit}/checkpoints`)

export const defineCheckpoints = (
  unit: string,
  checkpoints: { id?: string; name: string; active: boolean }[],
  idempotencyKey: string,
) => api.put<unknown>(`/units/${unit}/checkpoints`, { checkpoints }, { idempotencyKey })

export type CheckpointLine = Pick<Checkpoint, 'name' | 'active'> & { id?: string; used: boolean }

export const refreshArrangement = (unit: string) => queryClient.invalidateQueries({ queryKey: arrangementKey(unit) })

/** After an act on one or many: the lists once, and each process. */
export async function refreshMany(processes: string[]): Promise<void> {
  await Promise.all([
    refreshInbox(),
    ...processes.map((process) => queryClient.invalidateQueries({ queryKey: processKey(process) })),
  ])
}

/** After an act on many: every list a process may be in, and what is open of any process. */
export async function refreshLists(): Promise<void> {
  const lists = [['process'], ['follow-ups'], ['favourites'], ['blocks'], ['block'], ['arrangement'], ['trash'], ['jobs']]
  await Promise.all([refreshInbox(), ...lists.map((queryKey) => queryClient.invalidateQueries({ queryKey }))])
}
