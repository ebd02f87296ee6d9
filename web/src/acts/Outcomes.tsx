import { Message } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { bulkMessages as text } from '../messages/inbox'
import type { Outcome } from './use-bulk'

/** What came of each process; nothing fails in silence. One alone shows only its problem. */
export function Outcomes({ outcomes }: { outcomes: Outcome[] }) {
  const failed = outcomes.filter((one) => one.problem)
  if (failed.length === 0) return null
  if (outcomes.length === 1) {
    return (
      <Message tone="danger" announced>
        {failed[0]?.problem?.message}
        {failed[0]?.problem?.fields.map((field) => (
          <span key={field.field}> {field.message}</span>
        ))}
      </Message>
    )
  }
  return (
    <div className="stack">
      <Message tone="warning" announced>
        {text.summary(outcomes.length - failed.length, failed.length)}
      </Message>
      <ul className="outcomes" aria-label={text.resultTitle}>
        {outcomes.map(({ target, problem }) => (
          <li key={target.id} className="row">
            <strong>{target.nup}</strong>
            <Tag tone={problem ? 'danger' : 'success'}>{problem ? text.failed : text.done}</Tag>
            {problem ? <span>{problem.message}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
