import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import type { AccessLevel, ProcessHeader } from '../api/types'

/** Levels offered for a document; a confidential one makes the whole process so, where its type admits it (PRO-08). */
export function useDocumentLevels(process: Pick<ProcessHeader, 'effective_access_level' | 'type'>): AccessLevel[] {
  const { data: types = [] } = useQuery(catalogueQuery('process-types'))
  const kind = types.find((one) => one.code === process.type.code)
  const secret = process.effective_access_level === 'confidential' || kind?.allowed_levels.includes('confidential')
  return secret ? ['public', 'restricted', 'confidential'] : ['public', 'restricted']
}
