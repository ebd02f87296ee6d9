import { useState } from 'react'
import { annotateItem, refreshBlocks, type BlockItem } from '../api/blocks'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { blockMessages, blockPageMessages as text } from '../messages/blocks'

/** The note beside an item of a block (BLO-01). */
export default function NoteDialog({ block, item, onClose }: { block: string; item: BlockItem; onClose: () => void }) {
  const [note, setNote] = useState(item.note?.text ?? '')
  const save = useAct((words: string, key) => annotateItem(block, item.id, words, key), {
    onDone: async () => {
      announce(text.noteSaved)
      onClose()
      await refreshBlocks(block)
    },
  })
  return (
    <FormDialog
      title={text.noteTitle(item.label)}
      confirm={blockMessages.save}
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run(note.trim())}
    >
      <TextArea label={text.note} hint={text.noteHint} autoFocus rows={4} maxLength={500} value={note} onChange={setNote} />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
