import type { InboxFilters } from '../api/inbox'
import { COLUMNS, GROUPINGS, ORDERS, USUAL_COLUMNS, type Column, type Grouping, type Order } from './arrange'

/** Filters as they appear in the address, in the words of the screen. */
export interface InboxSearch {
  aba?: 'gerados' | 'todos'
  responsavel?: string
  tipo?: string
  naoRecebidos?: true
  marcador?: string
  ponto?: string
  /** A step of a flow, as `fluxo/etapa`. */
  etapa?: string
  prazo?: 'todos' | 'acabando' | 'vencidos'
  retorno?: 'devolver' | 'aguardado'
  agrupar?: Grouping
  ordenar?: Order
  /** Columns shown, joined by hyphens; absent: the usual ones. */
  colunas?: string
  /** Rows of one line. */
  densidade?: 'compacta'
  /** The process previewed beside the list. */
  ver?: string
}

export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {}
  if (raw['aba'] === 'gerados' || raw['aba'] === 'todos') search.aba = raw['aba']
  if (typeof raw['responsavel'] === 'string' && raw['responsavel']) search.responsavel = raw['responsavel']
  if (typeof raw['tipo'] === 'string' && raw['tipo']) search.tipo = raw['tipo']
  if (raw['naoRecebidos'] === true || raw['naoRecebidos'] === 'true') search.naoRecebidos = true
  if (typeof raw['marcador'] === 'string' && raw['marcador']) search.marcador = raw['marcador']
  if (typeof raw['ponto'] === 'string' && raw['ponto']) search.ponto = raw['ponto']
  if (typeof raw['etapa'] === 'string' && raw['etapa']) search.etapa = raw['etapa']
  const { prazo } = raw
  if (prazo === 'todos' || prazo === 'acabando' || prazo === 'vencidos') search.prazo = prazo
  const { retorno } = raw
  if (retorno === 'devolver' || retorno === 'aguardado') search.retorno = retorno
  const agrupar = GROUPINGS.find((one) => one === raw['agrupar'])
  const ordenar = ORDERS.find((one) => one === raw['ordenar'])
  if (agrupar) search.agrupar = agrupar
  if (ordenar) search.ordenar = ordenar
  if (typeof raw['colunas'] === 'string' && raw['colunas']) search.colunas = raw['colunas']
  if (raw['densidade'] === 'compacta') search.densidade = 'compacta'
  if (typeof raw['ver'] === 'string' && raw['ver']) search.ver = raw['ver']
  return search
}

export function columnsOf(search: InboxSearch): readonly Column[] {
  const wanted = new Set(search.colunas?.split('-'))
  const chosen = COLUMNS.filter((column) => wanted.has(column))
  return chosen.length > 0 ? chosen : USUAL_COLUMNS
}

const ASSIGNED: Record<string, string> = { eu: 'me', ninguem: 'none' }
const DUE = { todos: 'any', acabando: 'soon', vencidos: 'overdue' } as const
const RETURNS = { devolver: 'to_give', aguardado: 'awaited' } as const
const none = (value: string | undefined) => (value === 'nenhum' ? 'none' : value)
const TABS = { gerados: 'generated', todos: 'all' } as const

export function filtersOf(search: InboxSearch): InboxFilters {
  return {
    tab: search.aba ? TABS[search.aba] : 'received',
    assigned: search.responsavel ? (ASSIGNED[search.responsavel] ?? search.responsavel) : undefined,
    type: search.tipo,
    unread: search.naoRecebidos,
    label: none(search.marcador),
    checkpoint: none(search.ponto),
    step: search.etapa,
    due: search.prazo ? DUE[search.prazo] : undefined,
    returns: search.retorno ? RETURNS[search.retorno] : undefined,
  }
}

export function isFiltered(search: InboxSearch): boolean {
  return Boolean(search.responsavel || search.tipo || search.naoRecebidos || search.marcador || search.ponto || search.etapa || search.prazo || search.retorno)
}
