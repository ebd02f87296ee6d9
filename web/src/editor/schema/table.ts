import { Extension, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeaderRow,
} from '@tiptap/pm/tables'

type Command = typeof addRowAfter

const TABLE_COMMANDS = {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} satisfies Record<string, Command>
export type TableAction = keyof typeof TABLE_COMMANDS

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tables: {
      insertTable: (size: { rows: number; columns: number }) => ReturnType
      tableAction: (action: TableAction) => ReturnType
    }
  }
}

function span(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1),
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
  }
}

function cellAttributes() {
  return {
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    // prosemirror-tables writes this one; it stays null because widths are the template's business.
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }
}

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  tableRole: 'table',
  parseHTML() {
    return [{ tag: 'table' }]
  },
  renderHTML() {
    return ['table', ['tbody', 0]]
  },
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  parseHTML() {
    return [{ tag: 'tr' }]
  },
  renderHTML() {
    return ['tr', 0]
  },
})

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'block+',
  isolating: true,
  tableRole: 'cell',
  addAttributes: cellAttributes,
  parseHTML() {
    return [{ tag: 'td' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['td', HTMLAttributes, 0]
  },
})

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'block+',
  isolating: true,
  tableRole: 'header_cell',
  addAttributes: cellAttributes,
  parseHTML() {
    return [{ tag: 'th' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['th', HTMLAttributes, 0]
  },
})

function emptyTable(rows: number, columns: number) {
  const cells = (type: string) =>
    Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph', attrs: { style: 'left' } }] }))
  return {
    type: 'table',
    content: Array.from({ length: rows }, (_row, index) => ({
      type: 'tableRow',
      content: cells(index === 0 ? 'tableHeader' : 'tableCell'),
    })),
  }
}

/** Insert, widen, merge: everything a clerk does with a table by menu; Tab walks the cells. */
export const TableEditing = Extension.create({
  name: 'tableEditing',

  addCommands() {
    return {
      insertTable:
        ({ rows, columns }) =>
        ({ tr, dispatch, editor }) => {
          if (isInTable(editor.state)) return false
          const node = editor.schema.nodeFromJSON(emptyTable(rows, columns))
          if (dispatch) {
            const start = tr.selection.from
            tr.replaceSelectionWith(node).scrollIntoView()
            tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(start + 1, tr.doc.content.size))))
          }
          return true
        },
      tableAction:
        (action) =>
        ({ state, dispatch }) =>
          TABLE_COMMANDS[action](state, dispatch),
    }
  },

  addKeyboardShortcuts() {
    const step = (direction: 1 | -1) => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch)
    const stepOrGrow = () => {
      if (step(1)()) return true
      // The last cell: a word processor gives another row.
      if (!isInTable(this.editor.state) || !addRowAfter(this.editor.state, this.editor.view.dispatch)) return false
      return step(1)()
    }
    const deleteWhenAllCellsAreSelected = () => {
      const { selection } = this.editor.state
      if (!(selection instanceof CellSelection) || !selection.isRowSelection() || !selection.isColSelection())
        return false
      return this.editor.commands.tableAction('deleteTable')
    }
    return {
      Tab: stepOrGrow,
      'Shift-Tab': step(-1),
      Backspace: deleteWhenAllCellsAreSelected,
      Delete: deleteWhenAllCellsAreSelected,
    }
  },

  addProseMirrorPlugins() {
    return [tableEditing()]
  },

  extendNodeSchema(extension) {
    const role: unknown = (extension.config as { tableRole?: unknown }).tableRole
    return role ? { tableRole: role } : {}
  },
})

declare module '@tiptap/core' {
  // The type parameters must repeat the library's own declaration to merge with it.
  interface NodeConfig<Options, Storage> {
    tableRole?: 'table' | 'row' | 'cell' | 'header_cell' | ((this: { options: Options; storage: Storage }) => string)
  }
}
