import { useState } from 'react'
import { refreshProcess } from '../api/processes'
import { suspendProcess } from '../api/ties'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { tieDialogMessages as text } from '../messages/ties'
import { ProcessNumberField, useNumberLookup } from './ProcessNumberField'

/** Hold the process still, perhaps until another is decided (PRO-16). */
export default function SuspendDialog({ process, onClose }: { process: { id: string; nup: string }; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const lookup = useNumberLookup(process.id, false)
  const suspend = useAct((linked: string, key) => suspendProcess(process.id, reason.trim(), linked || null, key), {
    onDone: async () => {
      announce(text.suspendDone)
      onClose()
      await refreshProcess(process.id)
    },
  })
  const submit = async () => {
    setChecked(true)
    const linked = await lookup.find()
    if (linked !== null && reason.trim()) await suspend.run(linked)
  }
  return (
    <FormDialog
      title={text.suspendTitle(process.nup)}
      confirm={text.suspendConfirm}
      busy={suspend.busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{text.suspendText}</p>
      <TextArea
        label={text.reason}
        required
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={suspend.field('reason') ?? (checked && !reason.trim() ? text.reasonMissing : undefined)}
      />
      <ProcessNumberField lookup={lookup} label={text.suspendLinked} hint={`${text.numberHint} ${text.suspendLinkedHint}`} />
      <ErrorMessage error={suspend.error} />
    </FormDialog>
  )
}
