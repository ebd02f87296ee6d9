import { skipStep } from '../api/flows'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { flowMessages as text } from '../messages/flows'
import type { StepDialogProps } from './CompleteDialog'
import { useStepForm } from './StepFields'

/** Leave a step out, and say why. */
export function SkipDialog({ process, step, onClose }: StepDialogProps) {
  const { read, fields } = useStepForm(step, { ways: text.skipWay, words: text.why, required: true, rows: 3 })
  const act = useAct((body: { way?: number; reason: string }, key) => skipStep(process, step.at ?? '', body, key), {
    onDone: async () => {
      announce(text.skipped)
      onClose()
      await refreshProcess(process)
    },
  })
  const submit = () => {
    const filled = read()
    if (!filled) return
    const { words: reason, ...answer } = filled
    void act.run({ ...answer, reason })
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
      {fields(act.field('reason'))}
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
