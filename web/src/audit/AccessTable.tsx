import type { Access } from '../api/audit'
import { auditMessages as text } from '../messages/audit'
import { useTime } from '../time/use-time'

/** One reading a row. The number of a process leads nowhere: who audits opens nobody's process because of that. */
export function AccessTable({ rows }: { rows: Access[] }) {
  const time = useTime()
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.results}</caption>
        <thead>
          <tr>
            {[text.when, text.who, text.where, text.what, text.thing, text.from].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{time.instant(row.at)}</td>
              <td>
                {row.user.name}
                <div className="muted">{row.user.id}</div>
              </td>
              <td>{row.unit.acronym}</td>
              <td>{row.title}</td>
              <td>
                {row.nup}
                {row.people.length > 0 ? text.people(row.people.length) : null}
                {row.number ? <div className="muted">{text.document(row.number)}</div> : null}
              </td>
              <td>
                {row.address}
                <div className="muted">{row.session}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
