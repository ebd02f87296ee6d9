import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refreshAdministration, setGrants, userQuery, type GrantInput, type UserRecord } from '../api/administration'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { userMessages as text } from '../messages/administration'
import { PersonField } from './GrantDialog'
import { asInput } from './GrantList'
import { useProfiles } from './use-profiles'

/** What another person holds today, given to this one too (ACC-09). */
export default function CopyGrantsDialog({ user, onClose }: { user: UserRecord; onClose: () => void }) {
  const [from, setFrom] = useState('')
  const [checked, setChecked] = useState(false)
  const named = useProfiles()
  const { data: model } = useQuery({ ...userQuery(from), enabled: from !== '' })
  const own = new Set(user.grants.map((grant) => JSON.stringify(asInput(grant))))
  // What is held in somebody else's place stays with who holds it.
  const lines = (model?.grants ?? []).filter(
    (grant) => grant.state === 'current' && !grant.standing_in_for && !own.has(JSON.stringify(asInput(grant))),
  )
  const save = useAct((grants: GrantInput[], key) => setGrants(user.id, user.revision, grants, key), {
    onDone: async () => {
      announce(text.copied)
      onClose()
      await refreshAdministration()
    },
  })
  const missing = !from ? text.copyMissing : model && lines.length === 0 ? text.copyNothing : undefined
  const submit = () => {
    setChecked(true)
    if (lines.length > 0) void save.run([...user.grants, ...lines].map(asInput))
  }
  return (
    <FormDialog title={text.copyTitle(user.social_name || user.name)} confirm={text.copyConfirm} busy={save.busy} onClose={onClose} onSubmit={submit}>
      <PersonField label={text.copyFrom} hint={text.copyHint} required error={checked ? missing : undefined} onChange={setFrom} />
      {lines.length > 0 ? (
        <ul>
          {lines.map((grant) => (
            <li key={JSON.stringify(grant)}>{text.line(named(grant.profile), grant.unit === '*' ? text.everyUnit.toLowerCase() : grant.unit_acronym)}</li>
          ))}
        </ul>
      ) : null}
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
