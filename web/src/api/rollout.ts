import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { components } from './schema'

type Schemas = components['schemas']
export type Rollout = Schemas['Rollout']
export type RolloutLine = Schemas['RolloutLine']
type Saved = Schemas['RegisterSaved']

/** What the record of changes calls the rollout. */
export const ROLLOUT = 'rollout'
const ROOT = '/administration/rollout'
const item = (code: string) => `${ROOT}/items/${encodeURIComponent(code)}`

/** The acceptance checklist, and whether the city is live (issue 5 §7). */
export const rolloutQuery = queryOptions({
  queryKey: ['administration', ROLLOUT],
  queryFn: ({ signal }) => api.get<Rollout>(ROOT, { signal }),
})

/** `revision`: of the list as it was seen; somebody else's change in between is refused. */
export const tickItem = (code: string, revision: number, said: { day: string; remark: string }, idempotencyKey: string) =>
  api.post<Saved>(`${item(code)}/tick`, said, { ifMatch: revision, idempotencyKey })

export const waiveItem = (code: string, revision: number, reason: string, idempotencyKey: string) =>
  api.post<Saved>(`${item(code)}/waiver`, { reason }, { ifMatch: revision, idempotencyKey })

export const undoItem = (code: string, revision: number, reason: string, idempotencyKey: string) =>
  api.post<Saved>(`${item(code)}/undoing`, { reason }, { ifMatch: revision, idempotencyKey })

export const goLive = (revision: number, norm: string, idempotencyKey: string) =>
  api.post<Saved>(`${ROOT}/live`, { norm }, { ifMatch: revision, idempotencyKey })

export const goBack = (revision: number, reason: string, idempotencyKey: string) =>
  api.post<Saved>(`${ROOT}/return`, { reason }, { ifMatch: revision, idempotencyKey })
