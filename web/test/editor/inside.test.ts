/** DOC-03: footnotes, table of contents and references inside the document, as the editor shows and stores them. */
import { expect, test } from 'vitest'
import { contentText, type ContentNode, type DocumentContent, toContent } from '../../src/editor/content'
import { linesOf, selectedNote, wordsOf } from '../../src/editor/schema/footnote'
import { placeNames, placesOf } from '../../src/editor/schema/places'
import { findMatches } from '../../src/editor/schema/textSearch'
import { compareDocuments } from '../../src/editor/versions/difference'
import { openEditor, paragraph, positionAfter, section } from './fixtures'

const styled = (style: string, anchor?: string): ContentNode => ({
  type: 'paragraph',
  attrs: { style, ...(anchor ? { anchor } : {}) },
  content: [{ type: 'text', text: `Texto ${style}` }],
})
const heading = (words: string, anchor?: string): ContentNode => ({
  type: 'heading',
  attrs: { level: 1, ...(anchor ? { anchor } : {}) },
  content: [{ type: 'text', text: words }],
})
const reference = (target: string): ContentNode => ({ type: 'crossReference', attrs: { target } })
const document = (...blocks: ContentNode[]): DocumentContent => ({
  schema: 1,
  type: 'doc',
  content: [section('body', false, ...blocks)],
})

test('what leads from one part to another survives the editor unchanged', () => {
  const note: ContentNode = { type: 'footnote', content: [{ type: 'text', text: 'Ver', marks: [{ type: 'italic' }] }] }
  const content = document(
    { type: 'tableOfContents' },
    heading('Do objeto', 'aaaaaa'),
    { type: 'paragraph', attrs: { style: 'body' }, content: [note, reference('aaaaaa'), { type: 'text', text: '.' }] },
  )
  expect(toContent(openEditor(content).getJSON())).toEqual(content)
})

test('places are called as the server calls them', () => {
  const styles = ['article', 'inciso', 'item', 'item', 'clause', 'sole_clause', 'numbered', 'item', 'table_caption', 'body']
  const editor = openEditor(document(heading('Do  objeto'), ...styles.map((style) => styled(style))))
  expect(placesOf(editor.state.doc).map(({ name }) => name)).toEqual([
    '“Do objeto”',
    'art. 1º',
    'art. 1º, inciso I',
    'art. 1º, inciso I, alínea “a”',
    'art. 1º, inciso I, alínea “b”',
    'art. 1º, § 1º',
    'art. 1º, parágrafo único',
    'item 1',
    'item 1, alínea “a”',
    'Tabela 1',
  ])
})

test('a reference gives its place an anchor, follows its number and is marked when it is gone', () => {
  const editor = openEditor(document(styled('article'), paragraph('Ver', 'body')))
  const shown = () => editor.view.dom.querySelector('[data-cross-reference]')
  editor.commands.setTextSelection(positionAfter(editor, 'Ver'))
  const place = placesOf(editor.state.doc)[0]
  if (!place) throw new Error('no place')
  editor.commands.insertCrossReference(place)
  expect(shown()?.getAttribute('data-label')).toBe('art. 1º')
  expect(placesOf(editor.state.doc)[0]?.anchor).toMatch(/^[0-9a-z]{10}$/)
  editor.commands.insertContentAt(1, { type: 'paragraph', attrs: { style: 'article' } })
  expect(shown()?.getAttribute('data-label')).toBe('art. 2º')
  const gone = placesOf(editor.state.doc)[1]?.position ?? 0
  editor.commands.deleteRange({ from: gone, to: gone + (editor.state.doc.nodeAt(gone)?.nodeSize ?? 0) })
  expect(shown()?.classList.contains('reference-broken')).toBe(true)
})

test('undoing a reference takes the anchor away too', () => {
  const editor = openEditor(document(styled('article'), paragraph('Ver', 'body')))
  editor.commands.setTextSelection(positionAfter(editor, 'Ver'))
  const place = placesOf(editor.state.doc)[0]
  if (place) editor.commands.insertCrossReference(place)
  editor.commands.undo()
  expect(placesOf(editor.state.doc)[0]?.anchor).toBeNull()
})

test('a paragraph that is cut in two is referred to where it begins, and the one after it is not', () => {
  const editor = openEditor(document(styled('article', 'aaaaaa'), paragraph('Ver', 'body')))
  editor.commands.setTextSelection(positionAfter(editor, 'Texto article'))
  editor.commands.splitBlock()
  expect(placesOf(editor.state.doc).map(({ anchor }) => anchor)).toEqual(['aaaaaa', null])
  editor.commands.setTextSelection(positionAfter(editor, 'Texto'))
  editor.commands.splitBlock()
  expect([...placeNames(editor.state.doc)]).toEqual([['aaaaaa', 'art. 1º']])
})

test('a note is put after what is selected, changed in its place, and taken out when it says nothing', () => {
  const editor = openEditor(document(paragraph('Conforme a lei.', 'body')))
  const from = positionAfter(editor, 'Conforme ')
  editor.commands.setTextSelection({ from, to: positionAfter(editor, 'a lei') })
  editor.commands.putFootnote([{ type: 'text', text: 'Lei nº 1.' }])
  expect(contentText(toContent(editor.getJSON()))).toBe('Conforme a lei [Nota de rodapé: Lei nº 1.].')
  editor.commands.setNodeSelection(positionAfter(editor, 'a lei'))
  expect(selectedNote(editor.state.selection)).toEqual([{ type: 'text', text: 'Lei nº 1.' }])
  editor.commands.putFootnote([{ type: 'text', text: 'Lei nº 2.' }])
  expect(contentText(toContent(editor.getJSON()))).toContain('Lei nº 2.]')
  editor.commands.setNodeSelection(positionAfter(editor, 'a lei'))
  editor.commands.putFootnote([])
  expect(contentText(toContent(editor.getJSON()))).toBe('Conforme a lei.')
})

test('a note of several lines is written and shown as such, without the empty ones around it', () => {
  const line = (...words: string[]): ContentNode => ({ type: 'line', content: words.map((word) => ({ type: 'text', text: word })) })
  const words = wordsOf([line(), line('Primeira'), { type: 'line' }, line('segunda'), line()])
  expect(words.map(({ type, text }) => text ?? type)).toEqual(['Primeira', 'hardBreak', 'hardBreak', 'segunda'])
  expect(wordsOf(linesOf(words).map((content) => ({ type: 'line', content })))).toEqual(words)
  expect(wordsOf([line(), line()])).toEqual([])
  const editor = openEditor(document(paragraph('Conforme a lei', 'body')))
  editor.commands.setTextSelection(positionAfter(editor, 'a lei'))
  editor.commands.putFootnote(wordsOf([line('Primeira'), line('segunda')]))
  expect(contentText(toContent(editor.getJSON()))).toBe('Conforme a lei [Nota de rodapé: Primeira\nsegunda]')
  expect(editor.view.dom.querySelector('.note-call')?.getAttribute('title')).toBe('Primeira segunda')
})

test('finding and replacing after a note changes the words that were found', () => {
  const editor = openEditor(document(paragraph('Um dois', 'body')))
  editor.commands.setTextSelection(positionAfter(editor, 'Um'))
  editor.commands.putFootnote([{ type: 'text', text: 'nota' }])
  const [match] = findMatches(editor.state.doc, 'dois')
  expect(editor.state.doc.textBetween(match?.from ?? 0, match?.to ?? 0)).toBe('dois')
})

test('a changed note is seen when versions are compared', () => {
  const noted = (words: string) =>
    document({
      type: 'paragraph',
      attrs: { style: 'body' },
      content: [{ type: 'text', text: 'Igual' }, { type: 'footnote', content: [{ type: 'text', text: words }] }],
    })
  expect(compareDocuments(noted('antes'), noted('depois')).map(({ kind }) => kind)).toEqual(['changed'])
})

test('the table of contents follows the headings while one writes', () => {
  const editor = openEditor(document({ type: 'tableOfContents' }, heading('Do objeto'), paragraph('x', 'body')))
  const lines = () => [...editor.view.dom.querySelectorAll('.contents li')].map((line) => line.textContent)
  expect(lines()).toEqual(['Do objeto'])
  editor.commands.insertContentAt(positionAfter(editor, 'Do objeto'), ' e do prazo')
  expect(lines()).toEqual(['Do objeto e do prazo'])
})
