import { useState } from 'react'
import { skipStep, type FlowStep } from '../api/flows'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { flowMessages as text } from '../messages/flows'

interface SkipDialogProps {
  process: string
  step: FlowStep
  onClose: () => void
}

/** Leave a step out, and say why. */
export function SkipDialog({ process, step, onClose }: SkipDialogProps) {
  const [way, setWay] = useState('')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const decides = step.kind === 'decision'
  const act = useAct(
    (body: { way?: number; reason: string }, key) => skipStep(process, step.at ?? '', body, key),
    {
      onDone: async () => {
        announce(text.skipped)
        onClose()
        await refreshProcess(process)
      },
    },
  )
  const submit = () => {
    setChecked(true)
    if (!reason.trim() || (decides && !way)) return
    void act.run({ ...(decides ? { way: Number(way) } : {}), reason: reason.trim() })
  }
  return (
    <FormDialog
      title={text.skipTitle(step.name)}
      confirm={text.skipConfirm}
      confirmLook="danger"
      busy={act.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{text.skipText}</p>
      {decides ? (
        <RadioGroup
          label={text.skipWay}
          required
          options={step.ways.map((one) => ({ value: String(one.way), label: one.label }))}
          value={way}
          onChange={setWay}
          error={checked && !way ? text.decisionMissing : undefined}
        />
      ) : null}
      <TextArea
        label={text.why}
        required
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={act.field('reason') ?? (checked && !reason.trim() ? text.whyMissing : undefined)}
      />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
