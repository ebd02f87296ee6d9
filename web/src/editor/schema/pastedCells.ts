import { Extension } from '@tiptap/core'
import { Fragment, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

const FEWEST_ROWS = 2

/** The cells of a spreadsheet copied as text: at least two lines with as many tabs each. Anything else is only text. */
export function cellsOf(text: string): string[][] | null {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  const columns = rows[0]?.length ?? 0
  return rows.length >= FEWEST_ROWS && columns > 1 && rows.every((row) => row.length === columns) ? rows : null
}

function tableOf(schema: Schema, rows: string[][]): Slice {
  const cell = (words: string) => ({
    type: 'tableCell',
    content: [{ type: 'paragraph', attrs: { style: 'left' }, content: words.trim() ? [{ type: 'text', text: words.trim() }] : [] }],
  })
  const content = rows.map((row) => ({ type: 'tableRow', content: row.map(cell) }))
  return new Slice(Fragment.from(schema.nodeFromJSON({ type: 'table', content })), 0, 0)
}

/** Cells pasted as text become a table; pasted with Ctrl+Shift+V they stay text, as it is asked. */
export const PastedCells = Extension.create({
  name: 'pastedCells',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          // The empty answer is the library's way to leave it to the next one, whatever its type says.
          clipboardTextParser: (text, _context, plain) => {
            const rows = plain ? null : cellsOf(text)
            return (rows ? tableOf(schema, rows) : null) as Slice
          },
        },
      }),
    ]
  },
})
