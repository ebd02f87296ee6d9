import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { heldQuery } from '../api/confidential'
import { useMe } from '../api/use-me'
import { ErrorMessage, Loading } from '../ds/Message'
import { inboxMessages } from '../messages/inbox'
import { heldMessages as text } from '../messages/confidential'
import { HeldTable } from './HeldTable'

/** What is confidential and with the person, above the unit's own list: it is in nobody else's (PRO-01, SIG-09). */
export default function InboxSecrets({ held }: { held: number }) {
  const { unit } = useMe()
  const { data, error, refetch } = useInfiniteQuery(heldQuery(unit.id, true))
  if (!data) return error ? <ErrorMessage error={error} onRetry={() => void refetch()} /> : <Loading label={inboxMessages.loadingHeld} lines={held} />
  const rows = data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return null
  return (
    <section className="stack" aria-label={text.inInbox}>
      <HeldTable title={text.inInbox} rows={rows} />
      <p>
        <Link to="/sigilosos">{text.all}</Link>
      </p>
    </section>
  )
}
