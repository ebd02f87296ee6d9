// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { movesBetween, orderInput, withMoved, type TreeMove } from '../../src/order/moves'

/** PRO-18: what the dialog asks of the API for the order that somebody arranged. */
const ids = (...orders: number[]) => orders.map((order) => `${String(order).padStart(5, '0')}-x`)

function applied(line: readonly string[], moves: readonly TreeMove[]): string[] {
  return moves.reduce((now, move) => {
    const rest = now.filter((one) => one !== move.document)
    const place = move.before === null ? rest.length : rest.indexOf(move.before)
    return rest.toSpliced(place, 0, move.document)
  }, [...line])
}

describe('order of the tree', () => {
  it('moves one document with one move', () => {
    expect(movesBetween(ids(1, 2, 3, 4), ids(4, 1, 2, 3))).toEqual([{ document: '00004-x', before: '00001-x' }])
    expect(movesBetween(ids(1, 2, 3), ids(2, 3, 1))).toEqual([{ document: '00001-x', before: null }])
    expect(movesBetween(ids(1, 2), ids(1, 2))).toEqual([])
  })

  it('makes any order out of any other', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 200; round += 1) {
      const now = ids(...Array.from({ length: 1 + random(12) }, (_, place) => place + 1))
      let wanted = now
      for (let turn = 0; turn < 6; turn += 1) wanted = withMoved(wanted, random(now.length), random(now.length))
      expect(applied(now, movesBetween(now, wanted))).toEqual(wanted)
    }
  })

  it('goes back to the original order without naming each document', () => {
    expect(orderInput(ids(5, 4, 3, 2, 1), ids(1, 2, 3, 4, 5))).toEqual({ moves: [], from_original: true })
  })

  it('keeps the document within the list', () => {
    expect(withMoved(ids(1, 2, 3), 0, 9)).toEqual(ids(2, 3, 1))
    expect(withMoved(ids(1, 2, 3), 2, -1)).toEqual(ids(3, 1, 2))
  })
})
