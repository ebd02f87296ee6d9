import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import { announceWithUndo } from '../acts/undo'
import { inTurns, type Target, useBulk } from '../acts/use-bulk'
import { concludeDeadline, refreshMany, removeDeadline, setDeadline, undoDeadline } from '../api/desk'
import type { ReturnDueInput } from '../api/types'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { bulkMessages } from '../messages/inbox'
import { deadlineMessages as text } from '../messages/organise'
import { useTime } from '../time/use-time'
import type { DeskTarget } from './targets'

type Kind = 'date' | 'days' | 'business'
const MAX_DAYS = 999

const kinds: { value: Kind; label: string }[] = [
  { value: 'business', label: text.byBusinessDays },
  { value: 'days', label: text.byDays },
  { value: 'date', label: text.byDate },
]

function sayDone(words: string, done: Target[]) {
  // One key for each, however often it has to be sent.
  const back = done.map((target) => ({ target, key: crypto.randomUUID() }))
  announceWithUndo(words, async () => {
    await inTurns(back, ({ target, key }) => undoDeadline(target.id, key))
    await refreshMany(done.map((target) => target.id))
  })
}

/** The unit's own deadline (TRA-11): define, conclude or remove, on one or many. */
export default function DeadlineDialog({ targets, onClose }: { targets: DeskTarget[]; onClose: () => void }) {
  const { today } = useTime()
  const [kind, setKind] = useState<Kind>('business')
  const [date, setDate] = useState('')
  const [days, setDays] = useState('5')
  const [checked, setChecked] = useState(false)
  const [said, setSaid] = useState<(count: number) => string>(() => text.set)
  const bulk = useBulk(async (done) => {
    sayDone(said(done.length), done)
    onClose()
    await refreshMany(done.map((target) => target.id))
  }, onClose)
  const problem = kind === 'date' ? (date >= today() ? undefined : text.dateMissing) : soundDays(days) ? undefined : text.daysMissing
  const pending = targets.filter((target) => target.unseen || (target.desk.deadline && target.desk.deadline.status !== 'concluded'))
  const held = targets.filter((target) => target.unseen || target.desk.deadline)
  const submit = () => {
    setChecked(true)
    if (problem) return
    setSaid(() => text.set)
    const due: NonNullable<ReturnDueInput> = kind === 'date' ? { date } : { days: Number(days), business: kind === 'business' }
    const again = bulk.failed.length > 0 ? targets.filter((one) => bulk.failed.some((out) => out.target.id === one.id)) : targets
    void bulk.run(again, (target, key) => setDeadline(target.id, due, key), { act: 'deadline', form: { ...due } })
  }
  const conclude = () => {
    setSaid(() => text.concluded)
    void bulk.run(pending, (target, key) => concludeDeadline(target.id, key), { act: 'conclude_deadline', form: {} })
  }
  const remove = () => {
    setSaid(() => text.removed)
    void bulk.run(held, (target, key) => removeDeadline(target.id, key), { act: 'remove_deadline', form: {} })
  }
  return (
    <FormDialog
      title={text.title(targets.length, targets[0]?.nup ?? '')}
      confirm={bulk.failed.length > 0 && targets.length > 1 ? bulkMessages.retryFailed : text.confirm}
      busy={bulk.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <RadioGroup label={text.kind} inline options={kinds} value={kind} onChange={setKind} />
      {kind === 'date' ? (
        <DateField label={text.date} required min={today()} value={date} onChange={setDate} error={checked ? problem : undefined} hint={text.hint} />
      ) : (
        <TextField
          label={text.days}
          type="number"
          className="field-short"
          min={1}
          max={MAX_DAYS}
          value={days}
          onChange={setDays}
          error={checked ? problem : undefined}
          hint={text.hint}
        />
      )}
      {held.length > 0 ? (
        <div className="row">
          {pending.length > 0 ? (
            <Button look="secondary" small busy={bulk.busy} onClick={conclude}>
              {text.conclude}
            </Button>
          ) : null}
          <Button look="secondary" small busy={bulk.busy} onClick={remove}>
            {text.remove}
          </Button>
        </div>
      ) : null}
      <Outcomes outcomes={bulk.outcomes} />
    </FormDialog>
  )
}

function soundDays(days: string): boolean {
  const count = Number(days)
  return Number.isInteger(count) && count >= 1 && count <= MAX_DAYS
}
