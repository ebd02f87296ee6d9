import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey } from './processes'
import type { AuthoredDocumentInput, DocumentChanges, DocumentDetail, UploadedDocumentInput } from './types'

const path = (process: string, document: string, rest = '') =>
  `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}${rest}`

/** Under the process's key, so that refreshing the process refreshes the open document too. */
export function documentKey(process: string, document: string) {
  return [...processKey(process), 'document', document] as const
}

export function documentQuery(process: string, document: string) {
  return queryOptions({
    queryKey: documentKey(process, document),
    queryFn: ({ signal }) => api.get<DocumentDetail>(path(process, document), { signal }),
    staleTime: 5_000,
  })
}

export interface CitedReference {
  kind: 'document' | 'process'
  number: string
  found: boolean
  title: string
}

/** What a document cites, as it is called today and as far as the reader may see it (DOC-03). */
export function referencesQuery(process: string, document: string) {
  return queryOptions({
    queryKey: [...documentKey(process, document), 'references'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: CitedReference[] }>(path(process, document, '/references'), { signal })).items,
    staleTime: 60_000,
  })
}

export interface Finding {
  kind:
    | 'empty_field'
    | 'unfilled'
    | 'image_without_description'
    | 'broken_reference'
    | 'broken_cross_reference'
    | 'personal_data'
  text: string
}

/** What the text still lacks before it is signed (DOC-03). */
export function checksQuery(process: string, document: string) {
  return queryOptions({
    queryKey: [...documentKey(process, document), 'checks'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Finding[] }>(path(process, document, '/checks'), { signal })).items,
    staleTime: 0,
  })
}

export const createDocument = (
  process: string,
  input: AuthoredDocumentInput | UploadedDocumentInput,
  idempotencyKey: string,
) =>
  api.post<{ id: string; number: string }>(`/processes/${encodeURIComponent(process)}/documents`, input, {
    idempotencyKey,
  })

export const changeDocument = (
  process: string,
  document: string,
  input: DocumentChanges,
  idempotencyKey: string,
) => api.patch<unknown>(path(process, document), input, { idempotencyKey })

export const deleteDocument = (process: string, document: string, idempotencyKey: string) =>
  api.delete(path(process, document), { idempotencyKey })

export interface ConsultedSignatures {
  items: { record: { record: string; seal: string; kid: string } | null }[]
  signed_content: { url: string; expires_at: string } | null
  /** The PDF with the signatures by certificate inside. */
  signed_file: { url: string; expires_at: string } | null
}

/** What was signed, by an address that lasts a minute, and the sealed records (DOC-16). */
export const consultSignatures = (process: string, document: string) =>
  api.get<ConsultedSignatures>(path(process, document, '/signatures'))

export const cancelDocument = (process: string, document: string, reason: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, document, '/cancellation'), { reason }, { idempotencyKey })
