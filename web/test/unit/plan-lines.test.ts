/** Items of a work plan as they are written, and read back (PRO-26). */
import { expect, test } from 'vitest'
import { read, written } from '../../src/plans/lines'

const TYPES = [
  { code: 'fotografia', name: 'Fotografia' },
  { code: 'relatorio', name: 'Relatório' },
]

test('each line is an item, with the documents that begin it in brackets', () => {
  const text = 'Vistoria do terreno [Fotografia, relatorio]\n\n  Licença [se couber] do mar \nTaxas'
  expect(read(text, TYPES)).toEqual({
    items: [
      { name: 'Vistoria do terreno', document_types: ['fotografia', 'relatorio'] },
      { name: 'Licença [se couber] do mar', document_types: [] },
      { name: 'Taxas', document_types: [] },
    ],
    unknown: [],
  })
})

test('what was read is written as it was, with the names people know', () => {
  const items = read('Vistoria [fotografia, Relatório]\nTaxas', TYPES).items
  expect(written(items, TYPES)).toBe('Vistoria [Fotografia, Relatório]\nTaxas')
  expect(read(written(items, TYPES), TYPES).items).toEqual(items)
})

test('a document that nobody registered is told by the name that was written', () => {
  expect(read('Vistoria [Croqui]', TYPES).unknown).toEqual(['Croqui'])
})
