// @vitest-environment node
/** DOC-05: comparing two versions shows what was removed and what was added. */
import { expect, test } from 'vitest'
import { compareDocuments, countChanges } from '../../src/editor/versions/difference'
import { letter, paragraph, section } from './letters'

const body = (...texts: string[]) => ({
  schema: 1,
  type: 'doc' as const,
  content: [section('body', false, ...texts.map((text) => paragraph(text)))],
})

test('equal versions have no change', () => {
  expect(countChanges(compareDocuments(letter(), letter()))).toBe(0)
})

test('a changed word is shown inside its paragraph', () => {
  const blocks = compareDocuments(body('Prazo de 5 dias úteis.'), body('Prazo de 10 dias úteis.'))
  expect(blocks).toHaveLength(1)
  expect(blocks[0]?.kind).toBe('changed')
  expect(blocks[0]?.spans).toEqual([
    { kind: 'same', text: 'Prazo de ' },
    { kind: 'removed', text: '5' },
    { kind: 'added', text: '10' },
    { kind: 'same', text: ' dias úteis.' },
  ])
})

test('a new paragraph is added whole and the others stay', () => {
  const blocks = compareDocuments(body('Primeiro.', 'Último.'), body('Primeiro.', 'Novo no meio.', 'Último.'))
  expect(blocks.map(({ kind }) => kind)).toEqual(['same', 'added', 'same'])
})

test('paragraphs with nothing in common are one removed and one added', () => {
  const blocks = compareDocuments(body('Defiro o pedido.'), body('Encaminhe-se à Procuradoria.'))
  expect(blocks.map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

test('a removed paragraph before a rewritten one keeps its place', () => {
  const before = body('Apagado daqui.', 'O prazo termina amanhã à tarde.')
  const blocks = compareDocuments(before, body('O prazo termina hoje à tarde.'))
  expect(blocks.map(({ kind }) => kind)).toEqual(['removed', 'changed'])
})

test('every word of both versions is in the comparison', () => {
  const before = body('a b c', 'd e f', 'g h i')
  const after = body('a x c', 'g h i', 'novo fim')
  const text = (kind: string) =>
    compareDocuments(before, after)
      .flatMap(({ spans }) => spans)
      .filter((span) => span.kind !== kind)
      .map((span) => span.text)
      .join('')
  expect(text('added').replace(/\s/g, '')).toBe('abcdefghi')
  expect(text('removed').replace(/\s/g, '')).toBe('axcghinovofim')
})
