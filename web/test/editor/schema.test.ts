/** DOC-03: the editor speaks the stored vocabulary and nothing else. */
import { describe, expect, test } from 'vitest'
import { contentText, type DocumentContent, sameContent, toContent } from '../../src/editor/content'
import { safeHref } from '../../src/editor/schema/marks'
import { findMatches } from '../../src/editor/schema/textSearch'
import { letter, openEditor, paragraph, positionAfter, press, section } from './fixtures'

const rich: DocumentContent = {
  schema: 1,
  type: 'doc',
  content: [
    section(
      'body',
      false,
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Do pedido' }] },
      {
        type: 'paragraph',
        attrs: { style: 'numbered' },
        content: [
          { type: 'text', text: 'Conforme ', marks: [{ type: 'bold' }] },
          {
            type: 'documentReference',
            attrs: { number: '10200001' },
          },
          { type: 'processReference', attrs: { number: '35041.000387/2000-19' } },
          { type: 'hardBreak' },
          { type: 'variable', attrs: { name: 'ano', value: '2026' } },
          { type: 'text', text: 'portal', marks: [{ type: 'link', attrs: { href: 'https://ubatuba.sp.gov.br' } }] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph('Item', 'left')] }],
      },
      { type: 'blockquote', content: [paragraph('Citado', 'citation')] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph('Item', 'left')] }],
          },
        ],
      },
      { type: 'horizontalRule' },
      { type: 'pageBreak' },
      paragraph('Fim'),
    ),
  ],
}

describe('schema', () => {
  test('every kind of node survives the editor unchanged', () => {
    expect(toContent(openEditor(rich).getJSON())).toEqual(rich)
  })

  test('attributes of the editor itself are not stored', () => {
    const content = toContent({
      type: 'doc',
      content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: [90], align: null } }],
    })
    expect(content.content[0]?.attrs).toEqual({ colspan: 1, rowspan: 1 })
  })

  test('the server filling in empty values does not look like a change', () => {
    const server = structuredClone(letter()) as DocumentContent
    server.content[1]?.content?.push({ type: 'paragraph', attrs: { style: 'body' }, content: [] })
    const mine = structuredClone(letter()) as DocumentContent
    mine.content[1]?.content?.push({ attrs: { style: 'body' }, type: 'paragraph' })
    expect(sameContent(server, mine)).toBe(true)
  })

  test('an empty section where one may write opens with a paragraph', () => {
    const content: DocumentContent = { schema: 1, type: 'doc', content: [section('body', false)] }
    expect(openEditor(content).state.doc.firstChild?.firstChild?.type.name).toBe('paragraph')
  })

  test('a paragraph style replaces a heading and another style', () => {
    const editor = openEditor()
    editor.commands.setTextSelection(positionAfter(editor, 'Encaminho'))
    editor.commands.setHeadingLevel(2)
    expect(editor.isActive('heading', { level: 2 })).toBe(true)
    editor.commands.setParagraphStyle('citation')
    expect(editor.isActive('paragraph', { style: 'citation' })).toBe(true)
  })

  test('a table is inserted, widened, merged and deleted', () => {
    const editor = openEditor()
    editor.commands.setTextSelection(positionAfter(editor, 'autos.'))
    editor.commands.insertTable({ rows: 2, columns: 2 })
    expect(editor.isActive('table')).toBe(true)
    editor.commands.tableAction('addColumnAfter')
    expect(JSON.stringify(editor.getJSON()).match(/"tableHeader"/g)).toHaveLength(3)
    expect(editor.can().insertTable({ rows: 1, columns: 1 })).toBe(false)
    editor.commands.tableAction('deleteTable')
    expect(editor.isActive('table')).toBe(false)
  })

  test('Tab in the last cell gives another row, as in a word processor', () => {
    const editor = openEditor()
    editor.commands.setTextSelection(positionAfter(editor, 'autos.'))
    editor.commands.insertTable({ rows: 1, columns: 2 })
    press(editor, 'Tab')
    press(editor, 'Tab')
    editor.commands.insertContent('embaixo')
    const rows = [...editor.view.dom.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent))
    expect(rows).toEqual([['', ''], ['embaixo', '']])
  })

  test('a page break goes after the table one is in, not inside its cell', () => {
    const editor = openEditor()
    editor.commands.setTextSelection(positionAfter(editor, 'autos.'))
    editor.commands.insertTable({ rows: 1, columns: 1 })
    editor.commands.insertPageBreak()
    const body = editor.state.doc.child(1)
    const kinds = Array.from({ length: body.childCount }, (_, index) => body.child(index).type.name)
    expect(kinds).toContain('pageBreak')
    expect(kinds.indexOf('pageBreak')).toBe(kinds.indexOf('table') + 1)
  })

  test('asterisks and hashes stay what they are', () => {
    const editor = openEditor(letter(''))
    editor.commands.focus(positionAfter(editor, 'UBATUBA') + 4)
    editor.commands.insertContentAt(editor.state.doc.child(0).nodeSize + 2, 'art. 5 *caput* e # 3')
    expect(editor.getText()).toContain('art. 5 *caput* e # 3')
  })

  test.each([
    ['www.ubatuba.sp.gov.br', 'https://www.ubatuba.sp.gov.br'],
    ['protocolo@ubatuba.sp.gov.br', 'mailto:protocolo@ubatuba.sp.gov.br'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['ubatuba', null],
  ])('the address %s becomes %s', (typed, href) => {
    expect(safeHref(typed)).toBe(href)
  })

  test('the plain text has one line for each paragraph', () => {
    expect(contentText(letter())).toBe('PREFEITURA DE UBATUBA\nEncaminho os autos.\nRua Dona Maria Alves, 865')
  })
})

describe('find', () => {
  test('finds without accents and marks what is locked', () => {
    const editor = openEditor(letter('A licitação e a LICITACAO.'))
    const matches = findMatches(editor.state.doc, 'licitaçao')
    expect(matches.map(({ from, to }) => editor.state.doc.textBetween(from, to))).toEqual(['licitação', 'LICITACAO'])
    expect(findMatches(editor.state.doc, 'ubatuba')[0]?.locked).toBe(true)
  })

  test('replacing all leaves the locked occurrences alone', () => {
    const editor = openEditor(letter('Ubatuba e ubatuba.'))
    editor.commands.searchText('ubatuba')
    editor.commands.replaceAllMatches('Município')
    expect(editor.getText()).toContain('Município e Município.')
    expect(editor.getText()).toContain('PREFEITURA DE UBATUBA')
  })
})
