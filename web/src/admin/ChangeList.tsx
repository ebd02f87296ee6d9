import { useInfiniteQuery } from '@tanstack/react-query'
import { changesQuery, type ChangeLine } from '../api/administration'
import { ROLLOUT } from '../api/rollout'
import { SERVICES } from '../api/systems'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { adminMessages, changeMessages as text } from '../messages/administration'
import { useTime } from '../time/use-time'

/** What was changed, newest first: of one entry, or of the whole register. */
export function ChangeList({ of }: { of: { table: string; code: string } | null }) {
  const pages = useInfiniteQuery(changesQuery(of))
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="stack">
      <ErrorMessage error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <Loading lines={3} /> : null}
      {pages.data && lines.length === 0 ? <p className="muted">{text.none}</p> : null}
      <ol className="admin-changes">
        {lines.map((line) => (
          <Change key={`${line.at} ${line.table} ${line.code}`} line={line} named={of === null} />
        ))}
      </ol>
      {pages.hasNextPage ? (
        <div>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {adminMessages.more}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Change({ line, named }: { line: ChangeLine; named: boolean }) {
  const time = useTime()
  const title = titleOf(line.table)
  return (
    <li>
      <p>
        {text.by(line.by.name, line.unit, text.kinds[line.kind] ?? line.kind)}
        {named ? (
          <>
            {' '}
            <strong>{line.name}</strong> <span className="muted">({title})</span>
          </>
        ) : null}{' '}
        <span className="muted small">{time.instant(line.at)}</span>
      </p>
      {line.reason ? <p>{text.reason(line.reason)}</p> : null}
      {line.changes.length > 0 ? (
        <div className="admin-scroll">
          <table className="admin-table">
            <caption className="visually-hidden">{text.caption(line.name)}</caption>
            <thead>
              <tr>
                <th scope="col">{text.field}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {line.changes.map((one) => (
                <tr key={`${one.field} ${one.before} ${one.after}`}>
                  <th scope="row">{one.field}</th>
                  <td>{one.before || <span className="muted">{text.empty}</span>}</td>
                  <td>{one.after || <span className="muted">{text.empty}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </li>
  )
}

function titleOf(name: string): string {
  if (name === SERVICES) return adminMessages.services
  if (name === ROLLOUT) return adminMessages.rollout
  return adminMessages.tables.find(([table]) => table === name)?.[1] ?? adminMessages.users
}
