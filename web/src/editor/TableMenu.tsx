import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { FormDialog } from '../ds/DialogWhenOpened'
import { TextField } from '../ds/Field'
import { Menu } from '../ds/Menu'
import { editorMessages } from '../messages/editor'
import type { TableAction } from './schema/table'
import { afterMenu } from './Toolbar'

const text = editorMessages.table
const LARGEST = { rows: 100, columns: 20 }

function clamp(value: string, largest: number): number {
  return Math.min(Math.max(Number.parseInt(value, 10) || 1, 1), largest)
}

export function TableMenu({ editor }: { editor: Editor }) {
  const [asking, setAsking] = useState(false)
  const available = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      (Object.keys(text.actions) as TableAction[]).filter((action) => current.can().tableAction(action)),
  })
  const insideTable = available.length > 0
  const choices = [
    { id: 'insert', label: text.insert, disabled: insideTable, run: () => setAsking(true) },
    ...(Object.entries(text.actions) as [TableAction, string][]).map(([action, label]) => ({
      id: action,
      label,
      disabled: !available.includes(action),
      run: () => afterMenu(() => editor.chain().focus().tableAction(action).run()),
    })),
  ]
  return (
    <>
      <Menu label={editorMessages.toolbar.table} choices={choices} />
      {asking ? (
        <TableDialog
          onClose={() => setAsking(false)}
          onInsert={(rows, columns) => {
            setAsking(false)
            afterMenu(() => editor.chain().focus().insertTable({ rows, columns }).run())
          }}
        />
      ) : null}
    </>
  )
}

interface TableDialogProps {
  onClose: () => void
  onInsert: (rows: number, columns: number) => void
}

function TableDialog({ onClose, onInsert }: TableDialogProps) {
  const [rows, setRows] = useState('3')
  const [columns, setColumns] = useState('3')
  return (
    <FormDialog
      title={text.insert}
      confirm={text.insert}
      onClose={onClose}
      onSubmit={() => onInsert(clamp(rows, LARGEST.rows), clamp(columns, LARGEST.columns))}
    >
      <TextField label={text.rows} type="number" min={1} max={LARGEST.rows} value={rows} onChange={setRows} autoFocus />
      <TextField
        label={text.columns}
        type="number"
        min={1}
        max={LARGEST.columns}
        value={columns}
        onChange={setColumns}
      />
    </FormDialog>
  )
}
