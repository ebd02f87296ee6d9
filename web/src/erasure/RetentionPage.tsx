import { useQuery } from '@tanstack/react-query'
import { retentionQuery } from '../api/retention'
import { ErrorMessage, Loading } from '../ds/Message'
import { retentionMessages as text } from '../messages/retention'
import { usePageTitle } from '../shell/page-title'

/** For how long each kind of data is kept, by which law, and who makes it go (LGPD, arts. 15 and 16). */
export function RetentionPage() {
  usePageTitle(text.page)
  const { data, error, isPending, refetch } = useQuery(retentionQuery)
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={12} /> : null}
      {data ? (
        <div className="table-scroll">
          <table className="table" aria-label={text.table}>
            <thead>
              <tr>
                {(['what', 'period', 'basis', 'means'] as const).map((column) => (
                  <th key={column} scope="col">
                    {text.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map((rule) => (
                <tr key={rule.code}>
                  <th scope="row">{rule.what}</th>
                  <td>
                    {rule.since ? text.since(rule.period, rule.since) : rule.period}
                    {rule.chosen ? <div className="small muted">{text.chosen}</div> : null}
                  </td>
                  <td>{rule.basis}</td>
                  <td>{rule.means}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <p>{text.backups}</p>
    </section>
  )
}
