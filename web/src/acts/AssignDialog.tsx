import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { unitUsersQuery } from '../api/directory'
import { assignProcess, refreshProcess } from '../api/processes'
import type { PersonLite } from '../api/types'
import { useMe } from '../api/use-me'
import { ComboBox, type ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { announce } from '../ds/toast'
import { assignMessages as text } from '../messages/acts'
import { bulkMessages } from '../messages/inbox'
import { Outcomes } from './Outcomes'
import { peopleOptions } from './people-options'
import { announceWithUndo } from './undo'
import { inTurns, useBulk, type Target } from './use-bulk'

export interface AssignTarget extends Target {
  assignee: PersonLite | null
}

interface AssignDialogProps {
  targets: AssignTarget[]
  onClose: () => void
  onDone: () => void
}

/** Nobody knows whose it was where the list does not show it. */
function sayDone(done: AssignTarget[], given: string | null) {
  const said = bulkMessages.assigned(done.length)
  if (done.some((target) => target.unseen)) return announce(said)
  return announceWithUndo(said, async () => {
    await inTurns(done, (target) => assignProcess(target.id, target.assignee?.id ?? null, given, crypto.randomUUID()))
    await Promise.all(done.map((target) => refreshProcess(target.id)))
  })
}

/** Give the process to someone of this unit, or to nobody (TRA-07). */
export default function AssignDialog({ targets, onClose, onDone }: AssignDialogProps) {
  const { unit, user } = useMe()
  const { data: users = [], isFetching } = useQuery(unitUsersQuery(unit.id))
  const [chosen, setChosen] = useState<ComboOption | null>(null)
  const [checked, setChecked] = useState(false)
  const bulk = useBulk(async (done) => {
    sayDone(targets.filter((one) => done.some((target) => target.id === one.id)), chosen?.id || null)
    onDone()
    await Promise.all(done.map((target) => refreshProcess(target.id)))
  }, onDone)
  const submit = () => {
    setChecked(true)
    if (!chosen) return
    const pending = bulk.failed.length > 0 ? targets.filter((one) => bulk.failed.some((out) => out.target.id === one.id)) : targets
    const user = chosen.id || null
    const expected = (target: AssignTarget) => (target.unseen ? undefined : (target.assignee?.id ?? null))
    void bulk.run(pending, (target, key) => assignProcess(target.id, user, expected(target), key), { act: 'assign', form: { user } })
  }
  const current = targets.length === 1 ? targets[0]?.assignee : null
  return (
    <FormDialog
      title={text.title(targets.length, targets[0]?.nup ?? '')}
      confirm={bulk.failed.length > 0 && targets.length > 1 ? bulkMessages.retryFailed : text.confirm}
      busy={bulk.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {current ? <p>{text.current(current.name)}</p> : null}
      <ComboBox
        label={text.user}
        hint={text.note}
        required
        autoFocus
        openAtOnce
        options={peopleOptions(users, user)}
        loading={isFetching}
        onChoose={setChosen}
        onEdit={() => setChosen(null)}
        error={checked && !chosen ? text.missing : undefined}
      />
      <Outcomes outcomes={bulk.outcomes} />
    </FormDialog>
  )
}
