import { useState } from 'react'
import type { Target } from '../../acts/use-bulk'
import { concludeProcess, refreshProcess } from '../../api/processes'
import { useAct } from '../../api/use-act'
import { DateField } from '../../ds/DateField'
import { FormDialog } from '../../ds/Dialog'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { concludeMessages as text } from '../../messages/acts'
import { processMessages } from '../../messages/process'
import { addDays, formatCivil } from '../../time/format'
import { useTime } from '../../time/use-time'

/** Conclude and come back by itself on a date (TRA-04, TRA-06). */
export default function ConcludeDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const { today } = useTime()
  const [date, setDate] = useState('')
  const [checked, setChecked] = useState(false)
  const conclude = useAct((on: string, key) => concludeProcess(target.id, on, key), {
    onDone: async (_, on) => {
      announce(processMessages.concludedScheduled(formatCivil(on)))
      onClose()
      await refreshProcess(target.id)
    },
  })
  const problem = date > today() ? undefined : text.dateMissing
  return (
    <FormDialog
      title={text.title(target.nup)}
      confirm={text.confirm}
      busy={conclude.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (!problem) void conclude.run(date)
      }}
    >
      <p>{text.text}</p>
      <DateField
        label={text.reopenOn}
        hint={text.reopenHint}
        required
        autoFocus
        min={addDays(today(), 1)}
        value={date}
        onChange={setDate}
        error={checked ? problem : undefined}
      />
      <ErrorMessage error={conclude.error} />
    </FormDialog>
  )
}
