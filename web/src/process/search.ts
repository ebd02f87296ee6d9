import type { HistoryView } from '../api/processes'

/** Which side panel is open, as it appears in the address. */
export interface ProcessSearch {
  painel?: 'dados' | 'tramitacoes' | 'vinculos' | 'unidade' | 'comentarios'
  andamento?: 'completo' | 'total'
}

const PANELS = ['dados', 'tramitacoes', 'vinculos', 'unidade', 'comentarios'] as const

export function readProcessSearch(raw: Record<string, unknown>): ProcessSearch {
  const search: ProcessSearch = {}
  const painel = PANELS.find((one) => one === raw['painel'])
  if (painel) search.painel = painel
  if (raw['andamento'] === 'completo' || raw['andamento'] === 'total') search.andamento = raw['andamento']
  return search
}

export function historyViewOf(search: ProcessSearch): HistoryView {
  if (search.andamento === 'completo') return 'full'
  return search.andamento === 'total' ? 'total' : 'summary'
}
