/** What is read beside a text is told by the address. */
import { expect, test } from 'vitest'
import { reading, readWritingSearch } from '../../src/beside/search'

test('an address says which document is read, of which process', () => {
  expect(readWritingSearch({})).toEqual({})
  expect(readWritingSearch({ de: 'p2' })).toEqual({})
  expect(readWritingSearch({ ler: '' })).toEqual({ ler: '' })
  expect(readWritingSearch({ ler: 'd1', de: 7 })).toEqual({ ler: 'd1' })
  expect(readWritingSearch({ ler: 'd1', de: 'p2' })).toEqual({ ler: 'd1', de: 'p2' })
})

test('the own process is not said again', () => {
  expect(reading('p1', 'p1', 'd1')).toEqual({ ler: 'd1' })
  expect(reading('p1', 'p2', 'd1')).toEqual({ ler: 'd1', de: 'p2' })
  expect(readWritingSearch({ ...reading('p1', 'p2', '') })).toEqual({ ler: '', de: 'p2' })
})
