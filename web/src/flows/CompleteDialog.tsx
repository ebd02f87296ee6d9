import { useState } from 'react'
import { completeStep, type FlowStep } from '../api/flows'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { flowMessages as text } from '../messages/flows'

interface CompleteDialogProps {
  process: string
  step: FlowStep
  onClose: () => void
}

/** Do a step; where it decides, with one of its answers. */
export function CompleteDialog({ process, step, onClose }: CompleteDialogProps) {
  const [way, setWay] = useState('')
  const [note, setNote] = useState('')
  const [checked, setChecked] = useState(false)
  const decides = step.kind === 'decision'
  const act = useAct(
    (body: { way?: number; note: string }, key) => completeStep(process, step.at ?? '', body, key),
    {
      onDone: async ({ state }) => {
        announce(state === 'finished' ? text.finished : text.completed)
        onClose()
        await refreshProcess(process)
      },
    },
  )
  const submit = () => {
    setChecked(true)
    if (decides && !way) return
    void act.run({ ...(decides ? { way: Number(way) } : {}), note: note.trim() })
  }
  return (
    <FormDialog title={text.completeTitle(step.name)} confirm={text.completeConfirm} busy={act.busy} onClose={onClose} onSubmit={submit}>
      <p>{text.completeText}</p>
      {step.document ? <p>{text.needs(step.document)}</p> : null}
      {decides ? (
        <RadioGroup
          label={text.decision}
          required
          options={step.ways.map((one) => ({ value: String(one.way), label: one.label }))}
          value={way}
          onChange={setWay}
          error={checked && !way ? text.decisionMissing : undefined}
        />
      ) : null}
      <TextArea label={text.note} rows={2} maxLength={500} value={note} onChange={setNote} error={act.field('note')} />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
