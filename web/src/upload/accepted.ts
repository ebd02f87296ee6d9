import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import { uploadMessages } from '../messages/upload'
import { formatSize } from '../time/format'
import { ACCEPTED_EXTENSIONS, LARGEST_FILE_BYTES } from './rules'

/** The largest size of each extension that is taken, in bytes. */
export type AcceptedFiles = ReadonlyMap<string, number>

export const EVERY_FILE: AcceptedFiles = new Map(ACCEPTED_EXTENSIONS.map((extension) => [extension, LARGEST_FILE_BYTES]))

/** What the city takes (ACC-15); until it is known, all that may be taken: the server looks at each file again. */
export function useAcceptedFiles(): AcceptedFiles {
  const { data } = useQuery(catalogueQuery('file-types'))
  return data ? new Map(data.map((one) => [one.extension, one.size])) : EVERY_FILE
}

/** The sentence below the field: the general limit, and each type with one of its own. */
export function acceptedSentence(accepted: AcceptedFiles): string {
  const largest = Math.max(...accepted.values())
  const named = [...accepted].map(([extension, size]) =>
    size < largest ? uploadMessages.smaller(extension, formatSize(size)) : extension,
  )
  return uploadMessages.hint(named.join(', '), formatSize(largest))
}
