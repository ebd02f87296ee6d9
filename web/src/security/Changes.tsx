import type { AccountEvent } from '../api/security'
import { securityMessages as text } from '../messages/security'
import { useTime } from '../time/use-time'

/** What changed about how somebody enters, newest first. */
export function Changes({ title, hint, events }: { title: string; hint?: string; events: AccountEvent[] }) {
  const time = useTime()
  return (
    <section className="stack" aria-labelledby="mudancas">
      <h2 id="mudancas">{title}</h2>
      {hint ? <p>{hint}</p> : null}
      {events.length ? (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.when}</th>
                <th scope="col">{text.change}</th>
                <th scope="col">{text.by}</th>
                <th scope="col">{text.address}</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <tr key={event.at + event.text}>
                  <td>{time.instant(event.at)}</td>
                  <td>{event.text}</td>
                  <td>{event.by}</td>
                  <td>{event.address}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>{text.noChanges}</p>
      )}
    </section>
  )
}
