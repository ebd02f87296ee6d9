import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import { peopleOptions } from '../acts/people-options'
import { useBulk } from '../acts/use-bulk'
import { refreshMany } from '../api/desk'
import { unitUsersQuery } from '../api/directory'
import { fetchAllAssigned } from '../api/inbox'
import { assignProcess } from '../api/processes'
import type { InboxRow } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { ComboBox, type ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { redistributeMessages as text } from '../messages/organise'

interface RedistributeDialogProps {
  from: { id: string; name: string }
  onClose: () => void
}

/** Everything that one person has in hands goes to another, or to nobody: holidays, leave, a change of job (TRA-07). */
export default function RedistributeDialog({ from, onClose }: RedistributeDialogProps) {
  const { unit, user } = useMe()
  const { data: users = [], isFetching } = useQuery(unitUsersQuery(unit.id))
  const [chosen, setChosen] = useState<ComboOption | null>(null)
  const [checked, setChecked] = useState(false)
  const bulk = useBulk(async (done) => {
    announce(text.done(done.length))
    onClose()
    await refreshMany(done.map((target) => target.id))
  })
  const gather = useAct(() => fetchAllAssigned(from.id), {
    onDone: async (rows: InboxRow[]) => {
      if (rows.length === 0) {
        announce(text.nothing(from.name))
        onClose()
        return
      }
      const targets = rows.map((row) => ({ id: row.process, nup: row.nup }))
      await bulk.run(targets, (target, key) => assignProcess(target.id, chosen?.id || null, from.id, key))
    },
  })
  const submit = () => {
    setChecked(true)
    if (chosen) void gather.run(undefined)
  }
  const options = peopleOptions(users, user).filter((option) => option.id !== from.id)
  return (
    <FormDialog title={text.title(from.name)} confirm={text.confirm} busy={gather.busy || bulk.busy} onClose={onClose} onSubmit={submit}>
      <p>{text.intro(from.name)}</p>
      <ComboBox
        label={text.to}
        required
        autoFocus
        openAtOnce
        options={options}
        loading={isFetching}
        onChoose={setChosen}
        onEdit={() => setChosen(null)}
        error={checked && !chosen ? text.missing : undefined}
      />
      <ErrorMessage error={gather.error} />
      <Outcomes outcomes={bulk.outcomes} />
    </FormDialog>
  )
}
