import { useState } from 'react'
import { blockUser, refreshAdministration, type UserRecord } from '../api/administration'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { userMessages as text } from '../messages/administration'

const SHORTEST_REASON = 3

/** Blocks a user at once, or lets one in again; both say why (ACC-08). */
export function BlockDialog({ user, onClose }: { user: UserRecord; onClose: () => void }) {
  const name = user.social_name || user.name
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const save = useAct((why: string, key) => blockUser(user.id, user.revision, !user.blocked, why, key), {
    onDone: async () => {
      announce(user.blocked ? text.wasUnblocked(name) : text.wasBlocked(name))
      onClose()
      await refreshAdministration()
    },
  })
  const missing = reason.trim().length < SHORTEST_REASON
  const submit = () => {
    setChecked(true)
    if (!missing) void save.run(reason.trim())
  }
  return (
    <FormDialog
      title={user.blocked ? text.unblockTitle(name) : text.blockTitle(name)}
      confirm={user.blocked ? text.unblock : text.block}
      confirmLook={user.blocked ? 'primary' : 'danger'}
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{user.blocked ? text.unblockText : text.blockText}</p>
      <TextArea
        label={text.reason}
        required
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={checked && missing ? text.reasonMissing : save.field('reason')}
      />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
