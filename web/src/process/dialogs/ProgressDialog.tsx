import { useState } from 'react'
import { recordProgress, refreshProcess } from '../../api/processes'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../ds/Dialog'
import { TextArea } from '../../ds/Field'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { dialogMessages as text } from '../../messages/process'

/** Free text entry in the history (PRO-27). */
export default function ProgressDialog({ process, onClose }: { process: string; onClose: () => void }) {
  const [entry, setEntry] = useState('')
  const [checked, setChecked] = useState(false)
  const record = useAct((words: string, key) => recordProgress(process, words, key), {
    onDone: async () => {
      announce(text.progressDone)
      onClose()
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={text.progressTitle}
      confirm={text.progressConfirm}
      busy={record.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (entry.trim()) void record.run(entry.trim())
      }}
    >
      <TextArea
        label={text.progressText}
        hint={text.progressHint}
        required
        autoFocus
        rows={5}
        value={entry}
        onChange={setEntry}
        error={record.field('text') ?? (checked && !entry.trim() ? text.progressMissing : undefined)}
      />
      <ErrorMessage error={record.error} />
    </FormDialog>
  )
}
