import { useQuery } from '@tanstack/react-query'
import { accessesQuery } from '../api/session'
import { ErrorMessage, Loading } from '../ds/Message'
import { shellMessages as text } from '../messages/shell'
import { browserName } from '../security/browser'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import './accesses.css'

/** Own last accesses (ACC-01), so that a stolen password is noticed. */
export function AccessesPage() {
  const { data, isPending, error, refetch } = useQuery(accessesQuery)
  const time = useTime()
  usePageTitle(text.accesses)
  return (
    <section className="sheet stack">
      <h1>{text.accessesTitle}</h1>
      <p>{text.accessesHint}</p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={4} /> : null}
      {data ? (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text.accessWhen}</th>
              <th scope="col">{text.accessAddress}</th>
              <th scope="col">{text.accessAgent}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((access) => (
              <tr key={access.at + access.address}>
                <td>{time.instant(access.at)}</td>
                <td>{access.address}</td>
                <td title={access.agent}>{browserName(access.agent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
