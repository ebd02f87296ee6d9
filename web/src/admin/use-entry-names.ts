import { useQuery } from '@tanstack/react-query'
import { tableQuery } from '../api/administration'
import type { ComboOption } from '../ds/ComboBox'

interface EntryNames {
  /** False until the table came: meanwhile there are only codes. */
  known: boolean
  /** What may be chosen now. */
  options: ComboOption[]
  named: (code: string) => string
}

/** The names of the entries of a table, for what keeps their codes. */
export function useEntryNames(table: string): EntryNames {
  const { data } = useQuery(tableQuery(table))
  const items = data?.items ?? []
  return {
    known: data !== undefined,
    options: items.filter((entry) => entry.active).map((entry) => ({ id: entry.code, label: entry.name, ...noteOf(entry.name, entry.values['name']) })),
    named: (code) => items.find((entry) => entry.code === code)?.name ?? code,
  }
}

/** The longer name of a thing that is listed by its acronym. */
function noteOf(shown: string, name: unknown): { note?: string } {
  return typeof name === 'string' && name !== shown ? { note: name } : {}
}
