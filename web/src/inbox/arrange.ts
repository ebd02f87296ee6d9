import type { InboxRow } from '../api/types'
import { displayMessages as text } from '../messages/display'
import { noAssignee } from '../messages/terms'
import { civilDate, formatCivil } from '../time/format'

export const GROUPINGS = ['marcador', 'tipo', 'responsavel', 'origem', 'prazo', 'ponto', 'chegada', 'movimentacao'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const ORDERS = ['numero', 'tipo', 'responsavel', 'prazo', 'chegada'] as const
export type Order = (typeof ORDERS)[number]

export const COLUMNS = ['sobre', 'interessados', 'situacao', 'responsavel', 'origem', 'movimentacao'] as const
export type Column = (typeof COLUMNS)[number]
export const USUAL_COLUMNS: readonly Column[] = ['sobre', 'situacao', 'responsavel', 'origem']

export interface Group {
  key: string
  name: string
  rows: InboxRow[]
}

const pt = (one: string, other: string) => one.localeCompare(other, 'pt-BR', { numeric: true })
const LAST = '\uffff'

const sortKey: Record<Order, (row: InboxRow) => string> = {
  numero: (row) => row.nup,
  tipo: (row) => row.type.name,
  responsavel: (row) => row.assignee?.name ?? LAST,
  prazo: (row) => (row.desk.deadline && row.desk.deadline.status !== 'concluded' ? row.desk.deadline.due : LAST),
  chegada: (row) => row.arrived_at,
}

/** The rows on the screen in the order asked for; without one, as the unit's inbox gives them: newest activity first. */
export function sorted(rows: InboxRow[], order: Order | undefined): InboxRow[] {
  if (!order) return rows
  const key = sortKey[order]
  return rows.toSorted((one, other) => pt(key(one), key(other)))
}

/** Rows in groups, in the order in which the groups first appear, but for those that have a natural order of their own. */
export function grouped(rows: InboxRow[], by: Grouping | undefined, zone: string): Group[] {
  if (!by) return [{ key: 'all', name: '', rows }]
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const [key, name] = groupOf(row, by, zone)
    const group = groups.get(key) ?? { key, name, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const found = [...groups.values()]
  if (by === 'prazo') return found.toSorted((one, other) => one.key.localeCompare(other.key))
  return by === 'chegada' || by === 'movimentacao' ? found : found.toSorted((one, other) => pt(one.key === '' ? LAST : one.name, other.key === '' ? LAST : other.name))
}

const DEADLINES = ['overdue', 'due_soon', 'on_time', 'concluded'] as const

function groupOf(row: InboxRow, by: Grouping, zone: string): [key: string, name: string] {
  switch (by) {
    case 'marcador': {
      const [label] = row.desk.labels
      return label ? [label.id, label.name] : ['', text.noLabel]
    }
    case 'tipo':
      return [row.type.code, row.type.name]
    case 'responsavel':
      return row.assignee ? [row.assignee.id, row.assignee.name] : ['', noAssignee]
    case 'origem':
      return row.sender_unit ? [row.sender_unit.id, row.sender_unit.acronym] : ['', text.generatedHere]
    case 'prazo': {
      const status = row.desk.deadline?.status
      return status ? [String(DEADLINES.indexOf(status)), text.deadlines[status]] : ['9', text.noDeadline]
    }
    case 'ponto':
      return row.desk.checkpoint ? [row.desk.checkpoint.id, row.desk.checkpoint.name] : ['', text.noCheckpoint]
    case 'chegada':
      return day(row.arrived_at, zone)
    case 'movimentacao':
      return day(row.last_activity_at, zone)
  }
}

function day(instant: string, zone: string): [key: string, name: string] {
  const civil = civilDate(new Date(instant), zone)
  return [civil, formatCivil(civil)]
}
