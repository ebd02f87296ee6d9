import { useState } from 'react'
import { returnDueInput, returnDueProblem, type ReturnDueForm } from '../acts/return-due'
import { ReturnDueFields } from '../acts/ReturnDueFields'
import { TextArea } from '../ds/Field'
import { moreMessages as text } from '../messages/bulk-dialogs'
import { flowMessages } from '../messages/flows'
import { tieDialogMessages } from '../messages/ties'
import { ProcessNumberField, useNumberLookup } from '../ties/ProcessNumberField'
import { addDays } from '../time/format'
import { useTime } from '../time/use-time'
import type { MoreDialogProps } from './more'
import { OrderDialog } from './OrderDialog'

const SHORT = 500

/** More time for every return that the unit awaits (TRA-03); one that has as much already stays as it is. */
export function ExtendManyDialog(props: MoreDialogProps) {
  const { today } = useTime()
  const [due, setDue] = useState<ReturnDueForm>({ kind: 'date', date: addDays(today(), 1), days: '5' })
  const [checked, setChecked] = useState(false)
  const problem = returnDueProblem(due, today())
  const form = () => {
    setChecked(true)
    return problem ? null : { return_due: returnDueInput(due) }
  }
  return (
    <OrderDialog act="extend_return" form={form} {...props}>
      <p>{text.extendText}</p>
      <ReturnDueFields form={due} onChange={setDue} error={checked ? problem : undefined} required />
    </OrderDialog>
  )
}

/** The open step of the unit in each (issue 4 §7); where it decides, the process says that it has to be opened. */
export function StepManyDialog(props: MoreDialogProps) {
  const [note, setNote] = useState('')
  return (
    <OrderDialog act="complete_step" form={() => ({ note: note.trim() })} {...props}>
      <p>{text.stepText}</p>
      <TextArea label={flowMessages.note} rows={2} maxLength={SHORT} value={note} onChange={setNote} />
    </OrderDialog>
  )
}

/** Out of the process that each was made part of, by an administrator (PRO-17). */
export function UnannexManyDialog(props: MoreDialogProps) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const lookup = useNumberLookup('', true)
  const form = async () => {
    setChecked(true)
    const process = await lookup.find()
    return process && reason.trim() ? { process, reason: reason.trim() } : null
  }
  return (
    <OrderDialog act="unannex" form={form} {...props}>
      <p>{text.unannexText}</p>
      <ProcessNumberField lookup={lookup} required autoFocus />
      <TextArea
        label={tieDialogMessages.reason}
        required
        rows={3}
        maxLength={SHORT}
        value={reason}
        onChange={setReason}
        error={checked && !reason.trim() ? tieDialogMessages.reasonMissing : undefined}
      />
    </OrderDialog>
  )
}
