import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type FilledForm = Schemas['FilledForm']
export type FormField = Schemas['FormFieldLine']
export type Answers = Record<string, string[]>

const path = (process: string, document: string) =>
  `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/answers`

/** Read once: what arrives later never replaces what is being filled in. */
export function answersQuery(process: string, document: string) {
  return queryOptions({
    queryKey: ['answers', process, document],
    queryFn: ({ signal }) => api.get<FilledForm>(path(process, document), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export const saveAnswers = (
  process: string,
  document: string,
  revision: string,
  answers: Answers,
  idempotencyKey: string,
) =>
  api.put<Schemas['Saved']>(path(process, document), { answers, explicit: true }, { ifMatch: revision, idempotencyKey })
