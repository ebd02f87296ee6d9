import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { DocumentContent } from '../content'
import { draftPath } from '../saving/sendDraft'

export interface Version {
  number: number
  at: string
  by: { name: string } | string
  current: boolean
}

export interface VersionText {
  content: DocumentContent
  html: string
}

export function versionAuthor({ by }: Version): string {
  return typeof by === 'string' ? by : by.name
}

/** `revision` only says that there may be a new version: the list on the screen stays until the new one comes. */
export function versionsQuery(process: string, document: string, revision: string) {
  return queryOptions({
    queryKey: ['versions', process, document, 'list', revision],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await api.get<Version[] | { items: Version[] }>(`${draftPath(process, document)}/versions`, {
        signal,
      })
      const versions = Array.isArray(answer) ? answer : answer.items
      return versions.toSorted((left, right) => right.number - left.number)
    },
    staleTime: 0,
  })
}

/** A version never changes: once read, it is kept. */
export function versionTextQuery(process: string, document: string, number: number) {
  return queryOptions({
    queryKey: ['versions', process, document, number],
    queryFn: ({ signal }) => api.get<VersionText>(`${draftPath(process, document)}/versions/${number}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export const restoreVersion = (process: string, document: string, number: number, idempotencyKey: string) =>
  api.post<unknown>(`${draftPath(process, document)}/versions/${number}/restoration`, {}, { idempotencyKey })
