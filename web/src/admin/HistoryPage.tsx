import { adminMessages, changeMessages } from '../messages/administration'
import { usePageTitle } from '../shell/page-title'
import { AdminFrame } from './AdminFrame'
import { ChangeList } from './ChangeList'

/** Everything the administration changed, newest first. */
export function HistoryPage() {
  usePageTitle(adminMessages.history)
  return (
    <AdminFrame title={adminMessages.history}>
      <p>{changeMessages.intro}</p>
      <ChangeList of={null} />
    </AdminFrame>
  )
}
