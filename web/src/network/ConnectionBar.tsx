import { useEffect, useSyncExternalStore } from 'react'
import { Button } from '../ds/Button'
import { Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { networkMessages as text } from '../messages/network'
import { isConnected, lossesUntilNow, onConnection, setConnected, tryNow, watchConnection } from './connection'
import { keepApplication } from './keep'
import { actsWaiting, held, onActsWaiting } from './line'
import { watch } from './signal'
import './network.css'

/** When what the person came for is on the screen, and not at the same time. */
const KEEP_AFTER_MS = 10_000

watch.current = { reached: setConnected, losses: lossesUntilNow, held }
watchConnection()
// A browser that keeps nothing works as long as there is network.
setTimeout(() => void keepApplication().catch(() => undefined), KEEP_AFTER_MS)

/** Said for as long as the system cannot be reached, on whatever screen; nothing that was asked for is hidden. */
export default function ConnectionBar() {
  const connected = useSyncExternalStore(onConnection, isConnected)
  const waiting = useSyncExternalStore(onActsWaiting, actsWaiting)
  useEffect(() => onConnection(() => (isConnected() ? announce(text.back) : undefined)), [])
  if (connected) return null
  return (
    <div className="connection-bar">
      <Message
        tone="warning"
        announced
        actions={
          <Button small look="secondary" onClick={() => void tryNow()}>
            {text.tryNow}
          </Button>
        }
      >
        <strong>{text.title}</strong> {text.text} {waiting > 0 ? <strong>{text.waiting(waiting)}</strong> : null}
      </Message>
    </div>
  )
}
