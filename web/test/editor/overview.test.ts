/** DOC-03, issue 6 §4: what the text lacks is one press away, titles are made by the keyboard, and words are counted. */
import { expect, test } from 'vitest'
import type { ContentNode, DocumentContent } from '../../src/editor/content'
import { countWords, placeOf } from '../../src/editor/overview/found'
import { headingsOf } from '../../src/editor/schema/contents'
import { openEditor, paragraph, positionAfter, section } from './fixtures'

const line = (...content: ContentNode[]): ContentNode => ({ type: 'paragraph', attrs: { style: 'body' }, content })
const said = (text: string): ContentNode => ({ type: 'text', text })
const document = (...blocks: ContentNode[]): DocumentContent => ({
  schema: 1,
  type: 'doc',
  content: [section('body', false, ...blocks)],
})

const CONTENT = document(
  line(said('Ao senhor [cargo], CPF 529.982.247-25.')),
  line({ type: 'variable', attrs: { name: 'interessados', value: '' } }, said(' e '), { type: 'crossReference', attrs: { target: 'gone' } }),
  { type: 'heading', attrs: { level: 2 }, content: [said('Do objeto')] },
)

test.each([
  ['unfilled', '[cargo]', '[cargo]'],
  ['personal_data', '529.982.247-25', '529.982.247-25'],
] as const)('%s leads to its words', (kind, text, words) => {
  const { doc } = openEditor(CONTENT).state
  const place = placeOf(doc, { kind, text })
  if (!place) throw new Error('no place')
  expect(doc.textBetween(place.from, place.to)).toBe(words)
})

test.each([
  ['empty_field', 'interessados', 'variable'],
  ['broken_cross_reference', '', 'crossReference'],
] as const)('%s leads to the thing itself', (kind, text, name) => {
  const { doc } = openEditor(CONTENT).state
  const place = placeOf(doc, { kind, text })
  expect(doc.nodeAt(place?.from ?? -1)?.type.name).toBe(name)
})

test('what was mended since leads nowhere', () => {
  const { doc } = openEditor(document(paragraph('Pronto', 'body'))).state
  for (const [kind, text] of [['unfilled', '[cargo]'], ['empty_field', 'ano'], ['image_without_description', '']] as const)
    expect(placeOf(doc, { kind, text })).toBeNull()
})

test('a number is one word, however it is punctuated', () => {
  expect(countWords(openEditor(document(paragraph('O prazo, de 1.500,00 dias, acabou.', 'body'))).state.doc)).toBe(6)
})

test('a line becomes a title by its key, and text again by the same key', () => {
  const editor = openEditor(document(paragraph('Do objeto', 'justified')))
  editor.commands.setTextSelection(positionAfter(editor, 'Do'))
  const press = () => {
    const event = new KeyboardEvent('keydown', { key: '@', keyCode: 50, ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true })
    editor.view.dom.dispatchEvent(event)
  }
  press()
  expect(headingsOf(editor.state.doc)).toEqual([{ level: 2, words: 'Do objeto', position: 1 }])
  press()
  expect(headingsOf(editor.state.doc)).toEqual([])
})
