import { useRef, useState } from 'react'
import { refreshProcess, sendProcess } from '../api/processes'
import { useMe } from '../api/use-me'
import { Checkbox } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { announce } from '../ds/toast'
import { sendMessages as text } from '../messages/acts'
import { bulkMessages } from '../messages/inbox'
import { useTime } from '../time/use-time'
import { DraftsWarning } from './DraftsWarning'
import { Outcomes } from './Outcomes'
import { reopeningInput, reopenWords } from './reopening'
import { noReturnDue, returnDueInput, returnDueProblem } from './return-due'
import { ReturnDueFields } from './ReturnDueFields'
import { UnitsField, type PassedUnit } from './UnitsField'
import { useBulk, type Target } from './use-bulk'

/** What one sending may carry: each unit is a write of the same transaction. */
const MAX_UNITS = 25

export interface SendDialogProps {
  targets: Target[]
  /** Where the only process has been, when known: destinations may be narrowed to these (TRA-01). */
  passed?: PassedUnit[]
  onClose: () => void
  onDone: () => void
}

/** Send to one or many units (TRA-01), with return request (TRA-03) and scheduled reopening (TRA-06). */
export default function SendDialog({ targets, passed = [], onClose, onDone }: SendDialogProps) {
  const [units, setUnits] = useState<ComboOption[]>([])
  const [keepOpen, setKeepOpen] = useState(false)
  const [due, setDue] = useState(noReturnDue)
  const [reopening, setReopening] = useState(noReturnDue)
  const [notify, setNotify] = useState(false)
  const untold = useRef(new Set<string>())
  const [checked, setChecked] = useState(false)
  const { today } = useTime()
  const { sends_email: canNotify } = useMe()
  const bulk = useBulk(async (done) => {
    announce(bulkMessages.sent(done.length))
    if (untold.current.size > 0) announce(text.notNotified([...untold.current]))
    onDone()
    await Promise.all(done.map((target) => refreshProcess(target.id)))
  }, onDone)
  const dueProblem = returnDueProblem(due, today())
  const reopenProblem = keepOpen ? undefined : returnDueProblem(reopening, today())
  const unitsProblem = problemOfUnits(units.length)
  const submit = () => {
    setChecked(true)
    if (unitsProblem || dueProblem || reopenProblem) return
    const input = {
      units: units.map((unit) => unit.id),
      keep_open: keepOpen,
      return_due: returnDueInput(due),
      ...reopeningInput(keepOpen ? noReturnDue : reopening),
      notify_by_email: notify,
    }
    const pending = bulk.failed.length > 0 ? bulk.failed.map((one) => one.target) : targets
    void bulk.run(pending, async (target, key) => {
      const sent = await sendProcess(target.id, input, key)
      for (const unit of sent.not_notified) untold.current.add(unit.acronym)
    })
  }
  const retrying = bulk.failed.length > 0 && targets.length > 1
  return (
    <FormDialog
      title={text.title(targets.length, targets[0]?.nup ?? '')}
      confirm={retrying ? bulkMessages.retryFailed : text.confirm(units.length)}
      busy={bulk.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <DraftsWarning targets={targets} onLeave={onClose} />
      <UnitsField
        chosen={units}
        onChange={setUnits}
        passed={passed}
        withGroups
        error={checked ? unitsProblem : undefined}
      />
      <Checkbox label={text.keepOpen} hint={text.keepOpenHint} checked={keepOpen} onChange={setKeepOpen} />
      <ReturnDueFields form={due} onChange={setDue} error={checked ? dueProblem : undefined} />
      {keepOpen ? null : (
        <ReturnDueFields
          form={reopening}
          onChange={setReopening}
          error={checked ? reopenProblem : undefined}
          words={reopenWords}
        />
      )}
      {canNotify ? (
        <Checkbox label={text.notify} hint={text.notifyHint} checked={notify} onChange={setNotify} />
      ) : null}
      <Outcomes outcomes={bulk.outcomes} />
      <p className="muted small">{text.consequence}</p>
    </FormDialog>
  )
}

function problemOfUnits(count: number): string | undefined {
  if (count === 0) return text.unitsMissing
  return count > MAX_UNITS ? text.unitsTooMany(MAX_UNITS) : undefined
}
