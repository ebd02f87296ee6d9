import { expect, test } from 'vitest'
import { highlight, places } from '../../src/sought/highlight'
import { mainWord, soughtWords } from '../../src/sought/sought'

test('a word is known by its beginning, whatever accents and capitals (PRO-20)', () => {
  expect(places('Licitação: relicitar a LICITANTE', ['licita'])).toEqual([
    [0, 6],
    [23, 29],
  ])
})

test('words and numbers are told apart by what is between them', () => {
  expect(soughtWords('Ofício 12/2026')).toEqual(['oficio', '12', '2026'])
  expect(mainWord('o reajuste da tarifa')).toBe('reajuste')
})

test('what was marked before is as it was, and the page says the same', () => {
  const body = document.createElement('div')
  body.innerHTML = '<p>O <b>reajuste</b> do reajuste</p>'
  Element.prototype.scrollIntoView = () => undefined
  expect(highlight(body, 'reajuste')).toBe(2)
  expect(body.querySelectorAll('mark')).toHaveLength(2)
  expect(highlight(body, '')).toBe(0)
  expect(body.innerHTML).toBe('<p>O <b>reajuste</b> do reajuste</p>')
})
