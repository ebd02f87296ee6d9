/** web.md §6, shortcuts: [ and ] read the document before and after, in the order of the tree. */
import { expect, test } from 'vitest'
import type { DocumentNode } from '../../src/api/types'
import { neighbour } from '../../src/process/neighbours'

const node = (id: string) => ({ id }) as DocumentNode
const slots = [node('a'), node('b'), undefined, undefined, node('e')]

test('the one beside, and the first where none is open', () => {
  expect(neighbour(slots, 'a', 1)).toEqual(node('b'))
  expect(neighbour(slots, 'b', -1)).toEqual(node('a'))
  expect(neighbour(slots, undefined, 1)).toEqual(node('a'))
})

test('nothing beyond the ends', () => {
  expect(neighbour(slots, 'a', -1)).toBe('end')
  expect(neighbour(slots, 'e', 1)).toBe('end')
  expect(neighbour([], undefined, 1)).toBe('end')
  expect(neighbour(slots, undefined, -1)).toBe('end')
})

test('no guess about what is not loaded yet', () => {
  expect(neighbour(slots, 'b', 1)).toBe('unknown')
  expect(neighbour(slots, 'c', 1)).toBe('unknown')
})
