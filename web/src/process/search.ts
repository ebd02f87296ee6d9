import type { HistoryFilter, HistoryView } from '../api/processes'

/** Which side panel is open, as it appears in the address. */
export interface ProcessSearch {
  painel?: 'dados' | 'tramitacoes' | 'vinculos' | 'unidade' | 'comentarios' | 'plano' | 'fluxo' | 'credenciais'
  andamento?: 'completo' | 'total'
  /** The tree has only the documents on the direct line. */
  linha?: 'direta'
  /** Words looked for in the documents. */
  achar?: string
  sobre?: string
  unidade?: string
  pessoa?: string
  de?: string
  ate?: string
}

const PANELS = ['dados', 'tramitacoes', 'vinculos', 'unidade', 'comentarios', 'plano', 'fluxo', 'credenciais'] as const

export function readProcessSearch(raw: Record<string, unknown>): ProcessSearch {
  const search: ProcessSearch = {}
  const painel = PANELS.find((one) => one === raw['painel'])
  if (painel) search.painel = painel
  if (raw['andamento'] === 'completo' || raw['andamento'] === 'total') search.andamento = raw['andamento']
  if (raw['linha'] === 'direta') search.linha = 'direta'
  // A number alone comes from the address as one.
  if (typeof raw['achar'] === 'string' || typeof raw['achar'] === 'number') search.achar = String(raw['achar'])
  for (const name of Object.values(FILTERS)) {
    const value = raw[name]
    if (typeof value === 'string' && value) search[name] = value
  }
  return search
}

/** How each part of the filter of the history is called in the address. */
const FILTERS = { topic: 'sobre', unit: 'unidade', person: 'pessoa', since: 'de', until: 'ate' } as const

export function historyFilterOf(search: ProcessSearch): HistoryFilter {
  const parts = Object.entries(FILTERS).map(([part, name]) => [part, search[name]] as const)
  return Object.fromEntries(parts.filter(([, value]) => value))
}

export function withHistoryFilter(search: ProcessSearch, filter: HistoryFilter): ProcessSearch {
  const { sobre: _s, unidade: _u, pessoa: _p, de: _d, ate: _a, ...rest } = search
  const named = Object.entries(filter).map(([part, value]) => [FILTERS[part as keyof HistoryFilter], value])
  return { ...rest, ...Object.fromEntries(named) }
}

export function withDirectLine(search: ProcessSearch, direct: boolean): ProcessSearch {
  const { linha: _l, ...rest } = search
  return direct ? { ...rest, linha: 'direta' } : rest
}

export const isNarrowed = (filter: HistoryFilter) => Object.keys(filter).length > 0

export function historyViewOf(search: ProcessSearch): HistoryView {
  if (search.andamento === 'completo') return 'full'
  return search.andamento === 'total' ? 'total' : 'summary'
}
