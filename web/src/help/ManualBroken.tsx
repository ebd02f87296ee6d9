import { Button } from '../ds/Button'
import { Message } from '../ds/Message'
import { manualMessages as text } from '../messages/manual'

/** A file of the manual did not come: the network, most likely. */
export function ManualBroken({ onAgain }: { onAgain: () => void }) {
  return (
    <Message tone="danger" announced>
      <p>{text.broken}</p>
      <Button onClick={onAgain}>{text.again}</Button>
    </Message>
  )
}
