import { useState } from 'react'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { tieDialogMessages as text } from '../messages/ties'

interface ReasonDialogProps {
  title: string
  explanation: string
  confirm: string
  done: string
  process: string
  send: (reason: string, key: string) => Promise<unknown>
  onClose: () => void
}

/** An administrator's act, which says why. */
export default function ReasonDialog({ title, explanation, confirm, done, process, send, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct(send, {
    onDone: async () => {
      announce(done)
      onClose()
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      confirmLook="danger"
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (reason.trim()) void act.run(reason.trim())
      }}
    >
      <p>{explanation}</p>
      <TextArea
        label={text.reason}
        required
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={act.field('reason') ?? (checked && !reason.trim() ? text.reasonMissing : undefined)}
      />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
