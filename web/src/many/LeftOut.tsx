import { Message } from '../ds/Message'
import { manyDocuments as text } from '../messages/many-documents'
import type { Prepared } from './prepare'

/** Those of the chosen that the act does not reach, and why. */
export function LeftOut({ out }: { out: Prepared['out'] }) {
  if (out.length === 0) return null
  return (
    <Message tone="info">
      {text.leftOut(out.length)}
      <ul>
        {out.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong> {one.reason}
          </li>
        ))}
      </ul>
    </Message>
  )
}
