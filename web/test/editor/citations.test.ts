/** DOC-03: a citation is its number; what it is called is shown beside it and never stored. */
import { expect, test } from 'vitest'
import { toContent } from '../../src/editor/content'
import { citedNumbers } from '../../src/editor/schema/citations'
import { nameCitations } from '../../src/viewer/nameCitations'
import { openEditor, positionAfter } from './fixtures'

const NUP = '35041.000387/2000-19'

function citing() {
  const editor = openEditor()
  editor.commands.setTextSelection(positionAfter(editor, 'Encaminho'))
  editor.commands.insertReference({ kind: 'documentReference', number: '0000012', title: 'Ofício 1/2026 (0000012)' })
  editor.commands.insertReference({ kind: 'processReference', number: NUP, title: `Processo nº ${NUP}` })
  return editor
}

test('what was cited is stored as numbers and shown with its title', () => {
  const editor = citing()
  const stored = JSON.stringify(toContent(editor.getJSON()))
  expect(stored).toContain('{"type":"documentReference","attrs":{"number":"0000012"}}')
  expect(stored).toContain(`{"type":"processReference","attrs":{"number":"${NUP}"}}`)
  expect(stored).not.toContain('Ofício 1/2026')
  expect(citedNumbers(editor.state.doc)).toEqual(['0000012', NUP])
  expect(editor.view.dom.querySelector('[data-number="0000012"]')?.getAttribute('title')).toBe('Ofício 1/2026 (0000012)')
})

test('a number that leads nowhere is marked, and unmarked when it leads somewhere again', () => {
  const editor = citing()
  editor.commands.tellCitations({ '0000012': null })
  expect(editor.view.dom.querySelectorAll('.reference-broken')).toHaveLength(1)
  editor.commands.insertContent('x')
  expect(editor.view.dom.querySelectorAll('.reference-broken')).toHaveLength(1)
  editor.commands.tellCitations({ '0000012': 'Ofício 1/2026 (0000012)' })
  expect(editor.view.dom.querySelectorAll('.reference-broken')).toHaveLength(0)
})

test('asking for titles is no change of the text', () => {
  const editor = citing()
  const before = editor.state.doc
  editor.commands.tellCitations({ [NUP]: null })
  expect(editor.state.doc).toBe(before)
})

test('what is read is named without changing a word of it', () => {
  const body = document.createElement('body')
  body.innerHTML = `<p>Ver <a class="reference" href="/numero/1">${NUP}</a> e <a class="reference">0000013</a></p>`
  const words = body.textContent
  nameCitations(body, { '35041000387200019': `Requerimento (${NUP})` })
  expect(body.textContent).toBe(words)
  expect(body.querySelector('a[title]')?.getAttribute('aria-label')).toBe(`Requerimento (${NUP})`)
  expect(body.querySelectorAll('a[title]')).toHaveLength(1)
})
