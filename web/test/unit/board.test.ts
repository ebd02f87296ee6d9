import { describe, expect, it } from 'vitest'
import type { Arrangement } from '../../src/api/desk-types'
import type { InboxRow } from '../../src/api/types'
import { cardsOf, columnsOf } from '../../src/board/columns'

const label = (id: string, name: string) => ({ id, name, colour: 'red' as const, active: true, used: true })
const phase = (id: string, name: string) => ({ id, name, active: true, used: true })
const arranged = (by: 'labels' | 'checkpoints', columns: string[]): Arrangement => ({
  labels: [label('a', 'A'), label('b', 'B'), label('c', 'C')],
  checkpoints: [phase('p', 'P')],
  board: { by, columns },
})
const names = { labels: 'Sem marcador', checkpoints: 'Sem ponto de controle' }
const row = (process: string, labels: string[], checkpoint: string | null = null) =>
  ({ process, desk: { labels: labels.map((id) => ({ id })), checkpoint: checkpoint ? { id: checkpoint } : null } }) as unknown as InboxRow
const shape = (cards: ReturnType<typeof cardsOf>) => Object.fromEntries([...cards].map(([id, rows]) => [id ?? '-', rows.map((one) => one.process)]))

describe('columns of the board', () => {
  it('come in the order chosen, after the one of those in none, without what no longer exists', () => {
    expect(columnsOf(arranged('labels', ['b', 'gone', 'a']), names).map((one) => one.name)).toEqual(['Sem marcador', 'B', 'A'])
    expect(columnsOf(arranged('checkpoints', ['p']), names).map((one) => one.name)).toEqual(['Sem ponto de controle', 'P'])
  })
})

describe('cards of the board', () => {
  it('stand under each of their labels that is a column, or in the first one', () => {
    const columns = columnsOf(arranged('labels', ['b', 'a']), names)
    const rows = [row('1', ['a', 'b']), row('2', ['c']), row('3', []), row('4', ['b', 'c'])]
    expect(shape(cardsOf(rows, columns, 'labels'))).toEqual({ '-': ['2', '3'], a: ['1'], b: ['1', '4'] })
  })

  it('stand in the phase they are in', () => {
    const columns = columnsOf(arranged('checkpoints', ['p']), names)
    expect(shape(cardsOf([row('1', ['a'], 'p'), row('2', [])], columns, 'checkpoints'))).toEqual({ '-': ['2'], p: ['1'] })
  })
})
