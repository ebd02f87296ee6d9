import { blockUser, type UserRecord } from '../api/administration'
import { userMessages as text } from '../messages/administration'
import { ReasonDialog } from './ReasonDialog'

/** Blocks a user at once, or lets one in again; both say why (ACC-08). */
export function BlockDialog({ user, onClose }: { user: UserRecord; onClose: () => void }) {
  const name = user.social_name || user.name
  return (
    <ReasonDialog
      title={user.blocked ? text.unblockTitle(name) : text.blockTitle(name)}
      explanation={user.blocked ? text.unblockText : text.blockText}
      confirm={user.blocked ? text.unblock : text.block}
      look={user.blocked ? 'primary' : 'danger'}
      done={user.blocked ? text.wasUnblocked(name) : text.wasBlocked(name)}
      act={(why, key) => blockUser(user.id, user.revision, !user.blocked, why, key)}
      onClose={onClose}
    />
  )
}
