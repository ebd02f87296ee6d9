import { useState } from 'react'
import { refreshAdministration } from '../api/administration'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { userMessages as text } from '../messages/administration'

const SHORTEST_REASON = 3

interface ReasonDialogProps {
  title: string
  explanation: string
  confirm: string
  look: 'primary' | 'danger'
  done: string
  act: (reason: string, idempotencyKey: string) => Promise<unknown>
  onClose: () => void
}

/** An act of the administration that is explained, and said why. */
export function ReasonDialog({ title, explanation, confirm, look, done, act, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const save = useAct(act, {
    onDone: async () => {
      announce(done)
      onClose()
      await refreshAdministration()
    },
  })
  const missing = reason.trim().length < SHORTEST_REASON
  const submit = () => {
    setChecked(true)
    if (!missing) void save.run(reason.trim())
  }
  return (
    <FormDialog title={title} confirm={confirm} confirmLook={look} busy={save.busy} onClose={onClose} onSubmit={submit}>
      <p>{explanation}</p>
      <TextArea
        label={text.reason}
        required
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={checked && missing ? text.reasonMissing : save.field('reason')}
      />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
