/** Issue 6 §4: who and what the words after `@` mean. */
import { expect, test } from 'vitest'
import { mentioned, unitsTyped } from '../../src/editor/mentions/mentioned'

const FINANCE = { id: 'u1', acronym: 'SEFIN', name: 'Secretaria de Finanças' }
const OFFICE = { id: 'u2', acronym: 'SEFIN/GAB', name: 'Gabinete de Finanças' }
const LEGAL = { id: 'u3', acronym: 'PGM', name: 'Procuradoria-Geral' }
const UNITS = [OFFICE, FINANCE, LEGAL]
const STAFF = [
  { unit: FINANCE, people: [{ id: 'maria', name: 'Maria da Conceição' }] },
  { unit: LEGAL, people: [{ id: 'mario', name: 'Mário Pgmaior' }] },
]
const labels = (typed: string) => mentioned(UNITS, STAFF, typed).map(({ label }) => label)

test('part of a name, without accents, is the person with the unit', () => {
  expect(labels('mari conc')).toEqual(['Maria da Conceição (SEFIN)'])
})

test('the very acronym of a unit is the unit before its people; part of its name finds it too', () => {
  expect(labels('pgm')).toEqual(['Procuradoria-Geral (PGM)', 'Mário Pgmaior (PGM)'])
  expect(labels('gabinete')).toEqual(['Gabinete de Finanças (SEFIN/GAB)'])
})

test('the acronym typed with a name narrows to people of that unit', () => {
  expect(labels('mari sefin')).toEqual(['Maria da Conceição (SEFIN)'])
})

test('people are asked only of units whose acronym is being typed, and of few', () => {
  expect(unitsTyped(UNITS, 's')).toEqual([])
  expect(unitsTyped(UNITS, 'maria sef')).toEqual([FINANCE, OFFICE])
  expect(unitsTyped(Array.from({ length: 9 }, (_one, at) => ({ ...FINANCE, id: `${at}` })), 'sefin')).toHaveLength(3)
})
