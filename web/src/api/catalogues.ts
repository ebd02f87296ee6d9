import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { CodeName, DocumentType, LegalBasis, ProcessType } from './types'

interface Catalogues {
  'process-types': ProcessType
  'document-types': DocumentType
  subjects: CodeName
  'legal-bases': LegalBasis
  'conformity-checks': CodeName
  priorities: CodeName
  'file-types': { extension: string; size: number }
}

const CATALOGUE_STALE_MS = 10 * 60_000

/** Tables of the city; they change seldom, so one fetch serves the session. */
export function catalogueQuery<Name extends keyof Catalogues>(name: Name) {
  return queryOptions({
    queryKey: ['catalogue', name],
    queryFn: async ({ signal }) => (await api.get<{ items: Catalogues[Name][] }>(`/catalogues/${name}`, { signal })).items,
    staleTime: CATALOGUE_STALE_MS,
  })
}
