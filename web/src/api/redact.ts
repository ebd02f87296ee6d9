import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { documentKey } from './documents'
import type { components } from './schema'

type Schemas = components['schemas']

/** What ties a document to copies with concealed passages. */
export type Redactions = Schemas['Redactions']
export type RedactionSource = Schemas['RedactionSource']
export type Passage = { line: number; start: number; end: number }
export type Area = { page: number; left: number; top: number; right: number; bottom: number }

export interface Marks {
  digest: string
  passages: Passage[]
  areas: Area[]
}

export interface RedactionInput extends Marks {
  legal_basis: string
  reason: string
  access_level: 'public' | 'restricted'
}

const path = (process: string, document: string, rest: string) =>
  `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}${rest}`

/** What is marked: the lines of a text, or the pages of a file. */
export const redactionQuery = (process: string, document: string) =>
  queryOptions({
    queryKey: [...documentKey(process, document), 'redaction'],
    queryFn: ({ signal }) => api.get<RedactionSource>(path(process, document, '/redaction'), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const previewRedaction = (process: string, document: string, marks: Marks) =>
  api.post<Schemas['RedactionPreview']>(path(process, document, '/redaction/preview'), marks)

export const askRedaction = (process: string, document: string, input: RedactionInput, idempotencyKey: string) =>
  api.post<Schemas['JobStarted']>(path(process, document, '/redactions'), input, { idempotencyKey })
