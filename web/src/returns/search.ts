/** What the address of the calendar says: the month, and which side of the returns. */
export interface ReturnsSearch {
  mes?: string
  so?: 'devolver' | 'aguardados'
}

export function readReturnsSearch(raw: Record<string, unknown>): ReturnsSearch {
  const search: ReturnsSearch = {}
  if (typeof raw['mes'] === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(raw['mes'])) search.mes = raw['mes']
  if (raw['so'] === 'devolver' || raw['so'] === 'aguardados') search.so = raw['so']
  return search
}
