/** Issue 6 §4: what a spreadsheet gives becomes a table, and an address becomes a link. */
import type { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { toContent } from '../../src/editor/content'
import { cellsOf } from '../../src/editor/schema/pastedCells'
import { openEditor, paste, positionAfter } from './fixtures'

const stored = (editor: Editor) => JSON.stringify(toContent(editor.getJSON()))

function pasteText(editor: Editor, text: string) {
  const clipboardData = { getData: (kind: string) => (kind === 'text/plain' ? text : ''), files: [] }
  editor.view.dom.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }))
}

function open() {
  const editor = openEditor()
  editor.commands.setTextSelection(positionAfter(editor, 'Encaminho'))
  return editor
}

/** As the keyboard gives it: the rules of what is typed are asked first. */
function type(editor: Editor, words: string) {
  for (const letter of words) {
    const { from, to } = editor.state.selection
    const { view } = editor
    const plainly = () => view.state.tr.insertText(letter, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, plainly))) view.dispatch(plainly())
  }
}

test('lines with as many tabs each are cells; any other text is only text', () => {
  expect(cellsOf('Item\tValor\r\nMesa\t1.200,00\r\n')).toEqual([['Item', 'Valor'], ['Mesa', '1.200,00']])
  expect(cellsOf('Item\t\n\t2')).toEqual([['Item', ''], ['', '2']])
  expect(cellsOf('Nome:\tMaria')).toBeNull()
  expect(cellsOf('um\tdois\ntrês')).toBeNull()
  expect(cellsOf('um\ndois')).toBeNull()
})

test('cells pasted as text become a table, and inside one they fill its cells', () => {
  const editor = open()
  pasteText(editor, 'Item\tValor\nMesa\t1.200,00')
  const tables = () => editor.view.dom.querySelectorAll('table')
  expect(tables()).toHaveLength(1)
  expect([...tables()[0]!.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['Item', 'Valor', 'Mesa', '1.200,00'])
  editor.commands.setTextSelection(positionAfter(editor, 'Item'))
  pasteText(editor, 'Bem\tPreço\nBanco\t300,00')
  expect(tables()).toHaveLength(1)
  expect(editor.view.dom.querySelector('table table')).toBeNull()
  expect(tables()[0]!.textContent).toBe('BemPreçoBanco300,00')
})

test('the table of a spreadsheet is a table', () => {
  const editor = open()
  const calc = `<table cellspacing="0"><colgroup width="85"></colgroup><tr><td height="17" align="left">Item</td>
    <td align="right" sdval="1200" sdnum="1046;"><b>1.200,00</b></td></tr></table>`
  paste(editor, calc)
  expect([...editor.view.dom.querySelectorAll('td')].map((cell) => cell.textContent.trim())).toEqual(['Item', '1.200,00'])
  expect(stored(editor)).not.toContain('sdval')
})

test('an address written becomes a link at the space after it, without the sign that ends the sentence', () => {
  const editor = open()
  type(editor, ' em www.ubatuba.sp.gov.br/edital, ou não')
  const link = editor.view.dom.querySelector('a')
  expect(link?.getAttribute('href')).toBe('https://www.ubatuba.sp.gov.br/edital')
  expect(link?.textContent).toBe('www.ubatuba.sp.gov.br/edital')
  expect(editor.getText()).toContain('Encaminho em www.ubatuba.sp.gov.br/edital, ou não')
})

test('undoing takes back the link and leaves the address', () => {
  const editor = open()
  type(editor, ' https://www.gov.br ')
  expect(editor.view.dom.querySelectorAll('a')).toHaveLength(1)
  editor.commands.undo()
  expect(editor.view.dom.querySelectorAll('a')).toHaveLength(0)
  expect(editor.getText()).toContain('https://www.gov.br')
})

test('what is no address of the web stays as it is: a law may be of the city, the state or the country', () => {
  const editor = open()
  type(editor, ' nos termos da Lei nº 14.133/2021 e do www. e de javascript:alert(1) e fim')
  expect(editor.view.dom.querySelectorAll('a')).toHaveLength(0)
})
