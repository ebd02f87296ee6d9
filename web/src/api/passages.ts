import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { components } from './schema'

export type PassageComment = components['schemas']['PassageComment']
export type PassageWords = components['schemas']['PassageWords']
export type Visibility = PassageComment['visibility']

export interface NewPassage {
  near: number
  words: string
  text: string
  visibility: Visibility
}

const path = (process: string, document: string, rest = '') =>
  `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/passages${rest}`
const onPassage = (process: string, document: string, passage: string, rest: string) =>
  path(process, document, `/${encodeURIComponent(passage)}${rest}`)

/** The comments on passages that are for whoever asks (DOC-03). Those of a file, or of an unreadable text, are none. */
export const passagesQuery = (process: string, document: string) =>
  queryOptions({
    queryKey: ['passages', process, document] as const,
    queryFn: ({ signal }) => api.get<{ items: PassageComment[] }>(path(process, document), { signal }),
    staleTime: 0,
  })

export const commentPassage = (process: string, document: string, input: NewPassage, idempotencyKey: string) =>
  api.post<{ id: string }>(path(process, document), input, { idempotencyKey })

export const answerPassage = (process: string, document: string, id: string, text: string, idempotencyKey: string) =>
  api.post<{ id: string }>(onPassage(process, document, id, '/answers'), { text }, { idempotencyKey })

export const resolvePassage = (process: string, document: string, id: string, idempotencyKey: string) =>
  api.put<{ id: string }>(onPassage(process, document, id, '/resolution'), {}, { idempotencyKey })

export const reopenPassage = (process: string, document: string, id: string, idempotencyKey: string) =>
  api.delete<{ id: string }>(onPassage(process, document, id, '/resolution'), { idempotencyKey })

export const takeBackWords = (process: string, document: string, id: string, number: number, idempotencyKey: string) =>
  api.post<{ id: string }>(onPassage(process, document, id, '/removals'), { number }, { idempotencyKey })
