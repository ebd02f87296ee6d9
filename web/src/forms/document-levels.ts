import type { AccessLevel, ProcessHeader } from '../api/types'

/** Levels offered for a document; a confidential process has only confidential ones. */
export function levelsFor(process: Pick<ProcessHeader, 'access_level'>): AccessLevel[] {
  return process.access_level === 'confidential' ? ['confidential'] : ['public', 'restricted']
}
