import { queryOptions } from '@tanstack/react-query'
import { fileTextMessages } from '../messages/filetext'
import { api } from './client'
import { documentKey } from './documents'
import type { components } from './schema'

export type FileText = components['schemas']['FileText']

const WAITING_MS = 2000

const path = (process: string, document: string) =>
  `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/text`

/** Where the text of a file is on its way; asked again while it is being extracted (DOC-08). */
export function fileTextQuery(process: string, document: string) {
  return queryOptions({
    queryKey: [...documentKey(process, document), 'text'],
    queryFn: ({ signal }) => api.get<FileText>(path(process, document), { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? WAITING_MS : false),
    staleTime: 30_000,
  })
}

export const askText = (process: string, document: string, idempotencyKey: string) =>
  api.post<unknown>(path(process, document), {}, { idempotencyKey })

/** The text itself, by a fresh address: the one of the query is good for a minute only. */
export async function fetchText(process: string, document: string): Promise<string> {
  const { url } = await api.get<FileText>(path(process, document))
  if (!url) throw new Error(fileTextMessages.unreachable)
  const answer = await fetch(url, { credentials: 'omit' })
  if (!answer.ok) throw new Error(fileTextMessages.unreachable)
  return answer.text()
}
