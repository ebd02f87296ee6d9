import { useQuery } from '@tanstack/react-query'
import { endOtherSessions, endSession, sessionsQuery } from '../api/security'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { securityMessages as text } from '../messages/security'
import { useTime } from '../time/use-time'
import { browserName } from './browser'

/** Where one is logged in; what is ended opens nothing from its next request on (ACC-01). */
export function Sessions({ onChanged }: { onChanged: () => void }) {
  const time = useTime()
  const { data, error, refetch } = useQuery(sessionsQuery)
  const done = (sentence: string) => () => {
    announce(sentence)
    void refetch()
    onChanged()
  }
  const one = useAct((id: string) => endSession(id), { onDone: done(text.ended) })
  const others = useAct((_: null, key) => endOtherSessions(key), { onDone: done(text.endedOthers) })
  return (
    <section className="stack" aria-labelledby="sessoes">
      <h2 id="sessoes">{text.sessions}</h2>
      <p>{text.sessionsText}</p>
      <ErrorMessage error={error ?? one.error ?? others.error} />
      {data ? (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.device}</th>
                <th scope="col">{text.address}</th>
                <th scope="col">{text.since}</th>
                <th scope="col">{text.lastUsed}</th>
                <th scope="col">{text.act}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((session) => (
                <tr key={session.id}>
                  <td>
                    {browserName(session.agent)} {session.current ? <span className="muted">({text.thisSession})</span> : null}
                  </td>
                  <td>{session.address}</td>
                  <td>{time.instant(session.at)}</td>
                  <td>{time.instant(session.last_used_at)}</td>
                  <td>
                    {session.current ? null : (
                      <Button
                        small
                        busy={one.busy}
                        aria-label={text.endOne(browserName(session.agent), time.instant(session.last_used_at))}
                        onClick={() => void one.run(session.id)}
                      >
                        {text.end}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : error ? null : (
        <Loading lines={3} />
      )}
      {data && data.length > 1 ? (
        <div>
          <Button busy={others.busy} onClick={() => void others.run(null)}>
            {text.endOthers}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
