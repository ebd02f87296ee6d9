import { useState } from 'react'
import { reopeningInput, reopenWords } from '../../acts/reopening'
import { returnDueProblem, type ReturnDueForm } from '../../acts/return-due'
import { ReturnDueFields } from '../../acts/ReturnDueFields'
import type { Target } from '../../acts/use-bulk'
import { concludeProcess, refreshProcess } from '../../api/processes'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../ds/Dialog'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { concludeMessages as text } from '../../messages/acts'
import { processMessages } from '../../messages/process'
import { formatCivil } from '../../time/format'
import { useTime } from '../../time/use-time'

/** Conclude and come back by itself on a date, or after so many days (TRA-04, TRA-06). */
export default function ConcludeDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const { today } = useTime()
  const [reopening, setReopening] = useState<ReturnDueForm>({ kind: 'date', date: '', days: '5' })
  const [checked, setChecked] = useState(false)
  const conclude = useAct((form: ReturnDueForm, key) => concludeProcess(target.id, reopeningInput(form), key), {
    onDone: async (_, form) => {
      announce(form.kind === 'date' ? processMessages.concludedScheduled(formatCivil(form.date)) : processMessages.concludedForDays)
      onClose()
      await refreshProcess(target.id)
    },
  })
  const problem = returnDueProblem(reopening, today())
  return (
    <FormDialog
      title={text.title(target.nup)}
      confirm={text.confirm}
      busy={conclude.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (!problem) void conclude.run(reopening)
      }}
    >
      <p>{text.text}</p>
      <ReturnDueFields
        form={reopening}
        onChange={setReopening}
        error={checked ? problem : undefined}
        words={reopenWords}
        required
      />
      <ErrorMessage error={conclude.error} />
    </FormDialog>
  )
}
