import type { Arrangement, Board, Colour } from '../api/desk-types'
import type { InboxRow } from '../api/types'

export interface Column {
  /** Null is the column of those in none of the others. */
  id: string | null
  name: string
  colour: Colour | null
}

/** The columns that exist, in the order chosen, after the one of those in none of them. */
export function columnsOf(arranged: Arrangement, without: Record<Board['by'], string>): Column[] {
  const { by, columns } = arranged.board
  const first: Column = { id: null, name: without[by], colour: null }
  const found = columns.flatMap((id): Column[] => {
    if (by === 'checkpoints') return arranged.checkpoints.filter((one) => one.id === id).map((one) => ({ id, name: one.name, colour: null }))
    return arranged.labels.filter((one) => one.id === id).map((one) => ({ id, name: one.name, colour: one.colour }))
  })
  return [first, ...found]
}

/** The cards of each column; a process with two of the labels stands in both, since moving takes one away. */
export function cardsOf(rows: InboxRow[], columns: Column[], by: Board['by']): Map<string | null, InboxRow[]> {
  const cards = new Map<string | null, InboxRow[]>(columns.map((column) => [column.id, []]))
  for (const row of rows) {
    const held = by === 'checkpoints' ? [row.desk.checkpoint?.id] : row.desk.labels.map((label) => label.id)
    const places = held.filter((id): id is string => id !== undefined && cards.has(id))
    for (const place of places.length > 0 ? places : [null]) cards.get(place)?.push(row)
  }
  return cards
}
