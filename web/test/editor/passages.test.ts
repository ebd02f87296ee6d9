/** DOC-03: passages with comments, counted as the server counts and carried along while one writes. */
import { expect, test } from 'vitest'
import type { PassageComment } from '../../src/api/passages'
import { toContent } from '../../src/editor/content'
import { goToPassage, markPassages, passageMarks, showPassages } from '../../src/editor/passages/marks'
import { passageAt, rangeOf } from '../../src/editor/passages/written'
import { openEditor, positionAfter } from './fixtures'

// jsdom scrolls nowhere.
Element.prototype.scrollIntoView = () => undefined

function comment(start: number, words: string, resolved = false): PassageComment {
  return {
    id: `c${start}`,
    visibility: 'draft',
    span: { start, end: start + words.length },
    words,
    said: [],
    resolved_by: null,
    resolved_at: resolved ? '2026-11-27T12:00:00Z' : null,
    answerable: true,
  }
}

function selected(words: string) {
  const editor = openEditor()
  const to = positionAfter(editor, words)
  const marked = passageAt(editor.state.doc, { from: to - words.length, to })
  if (!marked) throw new Error('nothing marked')
  showPassages(editor)
  return { editor, marked, from: to - words.length, to }
}

test('what is selected is told by its words and where they begin, without the blanks around them', () => {
  const { editor, marked, from, to } = selected('Encaminho')
  expect(marked.words).toBe('Encaminho')
  expect(rangeOf(editor.state.doc, marked.near, marked.words)).toEqual({ from, to })
  expect(passageAt(editor.state.doc, { from, to: to + 1 })?.words).toBe('Encaminho')
  expect(passageAt(editor.state.doc, { from: to, to: to + 1 })).toBeNull()
  expect(passageAt(editor.state.doc, { from, to: from })).toBeNull()
})

test('a character outside the first plane is one, as it is for the server', () => {
  const { editor, from } = selected('Encaminho')
  editor.commands.insertContentAt(from, '😀 ')
  const to = positionAfter(editor, 'Encaminho')
  const marked = passageAt(editor.state.doc, { from: from, to })
  expect([...(marked?.words ?? '')]).toHaveLength(2 + 'Encaminho'.length)
  expect(rangeOf(editor.state.doc, (marked?.near ?? 0) + 2, 'Encaminho')).toEqual({ from: to - 9, to })
})

test('a passage that moved is found by its nearest words, and one that is gone is not', () => {
  const { editor, marked, from, to } = selected('Encaminho')
  expect(rangeOf(editor.state.doc, marked.near + 7, marked.words)).toEqual({ from, to })
  expect(rangeOf(editor.state.doc, 0, marked.words)).toEqual({ from, to })
  expect(rangeOf(editor.state.doc, 0, 'palavras que não estão')).toBeNull()
})

test('marks move with what is written around them and go with their passage', () => {
  const { editor, marked, from, to } = selected('Encaminho')
  markPassages(editor, [comment(marked.near, marked.words), comment(0, marked.words, true)])
  expect(passageMarks(editor)).toEqual([{ id: `c${marked.near}`, from, to }])
  editor.commands.insertContentAt(from, 'Ao Gabinete: ')
  expect(passageMarks(editor)).toEqual([{ id: `c${marked.near}`, from: from + 13, to: to + 13 }])
  expect(editor.view.dom.querySelector('.passage')?.textContent).toBe('Encaminho')
  expect(goToPassage(editor, `c${marked.near}`)).toBe(true)
  expect(editor.view.dom.querySelector('.passage--current')?.textContent).toBe('Encaminho')
  editor.commands.deleteRange({ from: from + 13, to: to + 13 })
  expect(passageMarks(editor)).toEqual([])
  expect(goToPassage(editor, `c${marked.near}`)).toBe(false)
})

test('nothing of a comment enters the text', () => {
  const { editor, marked } = selected('Encaminho')
  const before = JSON.stringify(toContent(editor.getJSON()))
  const undoable = editor.can().undo()
  markPassages(editor, [comment(marked.near, marked.words)])
  goToPassage(editor, `c${marked.near}`)
  expect(JSON.stringify(toContent(editor.getJSON()))).toBe(before)
  expect(editor.can().undo()).toBe(undoable)
})
