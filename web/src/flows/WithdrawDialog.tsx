import { useState } from 'react'
import { refreshFlows, withdrawFlow, type FlowCard } from '../api/flows'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { flowMessages, flowsPageMessages as text } from '../messages/flows'

/** No process starts it any more; those that follow it go on (issue 4 §7). */
export default function WithdrawDialog({ card, onClose }: { card: FlowCard; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct((why: string, key) => withdrawFlow(card.code, { reason: why, version: card.version }, key), {
    onDone: async () => {
      announce(text.withdrawn(card.name))
      onClose()
      await refreshFlows()
    },
  })
  const submit = () => {
    setChecked(true)
    if (reason.trim()) void act.run(reason.trim())
  }
  return (
    <FormDialog
      title={text.withdrawTitle(card.name)}
      confirm={text.withdrawConfirm}
      confirmLook="danger"
      busy={act.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{text.withdrawText}</p>
      <TextArea
        label={flowMessages.why}
        required
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={act.field('reason') ?? (checked && !reason.trim() ? flowMessages.whyMissing : undefined)}
      />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
