import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { closeSecret, forgetSecret } from '../api/confidential'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { secretBarMessages as text } from '../messages/confidential'
import { useTime } from '../time/use-time'

const LONGEST_WAIT_MS = 2_000_000_000

/** Until when the process stays open in this session, and the way to close it before (SIG-01). */
export default function SecretBar({ process, until }: { process: string; until: string }) {
  const time = useTime()
  const navigate = useNavigate()
  const close = useAct(() => closeSecret(process), {
    onDone: async () => {
      announce(text.closed)
      await navigate({ to: '/sigilosos' })
    },
  })
  useEffect(() => {
    const left = Math.min(Math.max(Date.parse(until) - Date.now(), 0), LONGEST_WAIT_MS)
    const timer = setTimeout(() => {
      forgetSecret(process)
      announce(text.expired)
      void navigate({ to: '/sigilosos' })
    }, left)
    return () => clearTimeout(timer)
  }, [process, until, navigate])
  return (
    <div className="process-line" role="group" aria-label={text.title}>
      <Tag tone="info">{text.until(time.instant(until).slice(-5))}</Tag>
      <Button small look="secondary" busy={close.busy} onClick={() => void close.run(undefined)}>
        {text.close}
      </Button>
      <ErrorMessage error={close.error} />
    </div>
  )
}
