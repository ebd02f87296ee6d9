import { completeStep, type FlowStep } from '../api/flows'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { flowMessages as text } from '../messages/flows'
import { useStepForm } from './StepFields'

export interface StepDialogProps {
  process: string
  step: FlowStep
  onClose: () => void
}

/** Do a step; where it decides, with one of its answers. */
export function CompleteDialog({ process, step, onClose }: StepDialogProps) {
  const { read, fields } = useStepForm(step, { ways: text.decision, words: text.note, rows: 2 })
  const act = useAct((body: { way?: number; note: string }, key) => completeStep(process, step.at ?? '', body, key), {
    onDone: async ({ state }) => {
      announce(state === 'finished' ? text.finished : text.completed)
      onClose()
      await refreshProcess(process)
    },
  })
  const submit = () => {
    const filled = read()
    if (!filled) return
    const { words: note, ...answer } = filled
    void act.run({ ...answer, note })
  }
  return (
    <FormDialog title={text.completeTitle(step.name)} confirm={text.completeConfirm} busy={act.busy} onClose={onClose} onSubmit={submit}>
      <p>{text.completeText}</p>
      {step.document ? <p>{text.needs(step.document)}</p> : null}
      {fields(act.field('note'))}
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
