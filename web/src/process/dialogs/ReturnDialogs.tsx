import { useState } from 'react'
import { returnDueInput, returnDueProblem, type ReturnDueForm } from '../../acts/return-due'
import { ReturnDueFields } from '../../acts/ReturnDueFields'
import { extendReturn, refreshProcess, withdrawReturn } from '../../api/processes'
import type { Routing } from '../../api/types'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../ds/Dialog'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { dialogMessages as text } from '../../messages/process'
import { addDays, formatCivil } from '../../time/format'
import { useTime } from '../../time/use-time'

interface ReturnDialogProps {
  process: string
  routing: Routing
  onClose: () => void
}

/** The unit that asked for the return may give more time, never less (TRA-03). */
export function ExtendReturnDialog({ process, routing, onClose }: ReturnDialogProps) {
  const { today } = useTime()
  const due = routing.return_due ?? today()
  const [form, setForm] = useState<ReturnDueForm>({ kind: 'date', date: addDays(due, 1), days: '5' })
  const [checked, setChecked] = useState(false)
  const extend = useAct((wanted: ReturnDueForm, key) => extendReturn(process, routing.id, returnDueInput(wanted), key), {
    onDone: async () => {
      announce(text.extendDone)
      onClose()
      await refreshProcess(process)
    },
  })
  const sooner = form.kind === 'date' && form.date <= due ? text.extendSooner : undefined
  const problem = returnDueProblem(form, today()) ?? sooner
  return (
    <FormDialog
      title={text.extendTitle}
      confirm={text.extendConfirm}
      busy={extend.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (!problem) void extend.run(form)
      }}
    >
      <p>{text.extendNow(formatCivil(due))}</p>
      <ReturnDueFields form={form} onChange={setForm} error={checked ? problem : undefined} required />
      <ErrorMessage error={extend.error} />
    </FormDialog>
  )
}

export function WithdrawReturnDialog({ process, routing, onClose }: ReturnDialogProps) {
  const withdraw = useAct((id: string, key) => withdrawReturn(process, id, key), {
    onDone: async () => {
      announce(text.withdrawDone)
      onClose()
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={text.withdrawTitle}
      confirm={text.withdrawConfirm}
      giveUp={text.giveUp}
      confirmLook="danger"
      busy={withdraw.busy}
      onClose={onClose}
      onSubmit={() => void withdraw.run(routing.id)}
    >
      <p>{text.withdrawText(routing.to.acronym)}</p>
      <ErrorMessage error={withdraw.error} />
    </FormDialog>
  )
}
