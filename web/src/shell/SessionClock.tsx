import { useEffect, useState } from 'react'
import { queryClient } from '../api/query-client'
import { meQuery } from '../api/session'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { shellMessages as text } from '../messages/shell'

const WARN_BEFORE_MS = 3 * 60_000
const TICK_MS = 15_000
const MINUTE_MS = 60_000

/** Warns before the session ends and lets it be extended with one act (WCAG 2.2.1). */
export function SessionClock() {
  const ends = Date.parse(useMe().session.expires_at)
  const [left, setLeft] = useState(() => ends - Date.now())
  useEffect(() => {
    const tick = () => setLeft(ends - Date.now())
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [ends])
  if (!(left > 0 && left < WARN_BEFORE_MS)) return null
  const extend = async () => {
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined)
    announce(text.stayedConnected)
  }
  return (
    <Message
      tone="warning"
      announced
      actions={
        <Button look="secondary" small onClick={() => void extend()}>
          {text.stayConnected}
        </Button>
      }
    >
      {text.sessionEndsSoon(Math.floor(left / MINUTE_MS))}
    </Message>
  )
}
