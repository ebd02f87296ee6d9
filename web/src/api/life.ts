import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey } from './processes'
import type { OrderInput } from '../order/moves'
import type { DocumentNode, PersonLite, UnitLite } from './types'

const path = (process: string, rest: string) => `/processes/${encodeURIComponent(process)}${rest}`
const documentPath = (process: string, document: string, rest: string) =>
  path(process, `/documents/${encodeURIComponent(document)}${rest}`)

export const acknowledgeDocument = (process: string, document: string, idempotencyKey: string) =>
  api.post<unknown>(documentPath(process, document, '/acknowledgements'), {}, { idempotencyKey })

export const moveDocument = (
  process: string,
  document: string,
  input: { process: string; reason: string },
  idempotencyKey: string,
) => api.post<{ process: string; document: string }>(documentPath(process, document, '/move'), input, { idempotencyKey })

export const lockDocument = (process: string, document: string, idempotencyKey: string) =>
  api.put<unknown>(documentPath(process, document, '/lock'), {}, { idempotencyKey })

export const unlockDocument = (process: string, document: string, idempotencyKey: string) =>
  api.delete<unknown>(documentPath(process, document, '/lock'), { idempotencyKey })

/** Documents of the tree elsewhere than they came (PRO-18). */
export const orderDocuments = (process: string, input: OrderInput, idempotencyKey: string) =>
  api.put<unknown>(path(process, '/document-order'), input, { idempotencyKey })

/** What is not signed yet, told before the process is sent (TRA-01). */
export const draftsQuery = (process: string) =>
  queryOptions({
    queryKey: [...processKey(process), 'drafts'],
    queryFn: ({ signal }) => api.get<{ items: DocumentNode[]; more: boolean }>(path(process, '/drafts'), { signal }),
    staleTime: 0,
  })

export interface TrashItem {
  document: DocumentNode
  process: string
  nup: string
  at: string
  until: string
  cancelled: boolean
}

export interface OpenedTrash extends TrashItem {
  html: string | null
  url: string | null
}

/** Each person's own (DOC-17). */
export const trashQuery = (user: string) =>
  queryOptions({
    queryKey: ['trash', user] as const,
    queryFn: ({ signal }) => api.get<{ items: TrashItem[] }>('/trash', { signal }),
  })

export const openTrash = (process: string, document: string) =>
  api.get<OpenedTrash>(path(process, `/trash/${encodeURIComponent(document)}`))

export const restoreDocument = (process: string, document: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, `/trash/${encodeURIComponent(document)}/restoration`), {}, { idempotencyKey })

export interface Comment {
  id: string
  document: string | null
  unit: UnitLite
  by: PersonLite
  at: string
  text: string
  earlier: { text: string; by: PersonLite; at: string }[]
  removed_by: PersonLite | null
  removed_at: string | null
  own: boolean
}

export const commentsQuery = (process: string) =>
  queryOptions({
    queryKey: [...processKey(process), 'comments'] as const,
    queryFn: ({ signal }) => api.get<{ items: Comment[] }>(path(process, '/comments'), { signal }),
  })

export const makeComment = (process: string, input: { text: string; document: string | null }, idempotencyKey: string) =>
  api.post<{ id: string }>(path(process, '/comments'), input, { idempotencyKey })

export const changeComment = (process: string, comment: string, text: string, idempotencyKey: string) =>
  api.patch<unknown>(path(process, `/comments/${encodeURIComponent(comment)}`), { text }, { idempotencyKey })

export const removeComment = (process: string, comment: string, idempotencyKey: string) =>
  api.delete<unknown>(path(process, `/comments/${encodeURIComponent(comment)}`), { idempotencyKey })
