// @vitest-environment node
/** DOC-08: finding in a received PDF. */
import { expect, test } from 'vitest'
import { findInPage } from '../../src/viewer/pdf/pageText'

const piece = (text: string, endsLine = false) => ({ text, endsLine })

test('finds without accents or case and says which drawn runs to mark', () => {
  const matches = findInPage(3, [piece('Da Licita'), piece('ção pública')], 'LICITACAO')
  expect(matches).toEqual([
    {
      page: 3,
      ranges: [
        { piece: 0, from: 3, to: 9 },
        { piece: 1, from: 0, to: 3 },
      ],
    },
  ])
})

test('a line break counts as one space', () => {
  expect(findInPage(1, [piece('prazo de', true), piece('dez dias')], 'de dez')).toHaveLength(1)
})

test('counts every occurrence', () => {
  expect(findInPage(1, [piece('a b a b a')], 'a')).toHaveLength(3)
})

test('blank queries find nothing', () => {
  expect(findInPage(1, [piece('texto')], '  ')).toEqual([])
})
