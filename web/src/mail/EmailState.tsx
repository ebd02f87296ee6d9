import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { emailQuery, type Email } from '../api/correspondence'
import { processQuery } from '../api/processes'
import { Button } from '../ds/Button'
import { ErrorMessage, Message } from '../ds/Message'
import { emailMessages as text } from '../messages/correspondence'
import { useTime } from '../time/use-time'

const EmailDialog = lazy(() => import('./EmailDialog'))

interface EmailStateProps {
  process: string
  document: string
}

/** What became of an e-mail, and sending it again or forwarding it (DOC-22). */
export default function EmailState({ process, document }: EmailStateProps) {
  const email = useQuery(emailQuery(process, document))
  const time = useTime()
  const canSend = useQuery({ ...processQuery(process), enabled: false }).data?.actions['process.mail']?.allowed ?? false
  const [again, setAgain] = useState<'resend' | 'forward' | null>(null)
  if (!email.data) return <ErrorMessage error={email.error} onRetry={() => void email.refetch()} />
  const { state, reason, moved_at: at, blind } = email.data
  const bad = state === 'refused' || state === 'unconfirmed'
  const actions = canSend ? (
    <span className="row">
      <Button small look="secondary" onClick={() => setAgain('resend')}>
        {text.resend}
      </Button>
      <Button small look="secondary" onClick={() => setAgain('forward')}>
        {text.forward}
      </Button>
    </span>
  ) : null
  return (
    <>
      <Message tone={bad ? 'warning' : 'info'} actions={actions}>
        {state === 'sent' && at ? text.sentAt(time.instant(at)) : text.state[state]} {reason}
        {blind.length > 0 ? <div className="small">{text.blindWere(blind.join('; '))}</div> : null}
      </Message>
      <Suspense fallback={null}>
        {again ? <EmailDialog process={process} initial={startingFrom(email.data, again)} onClose={() => setAgain(null)} /> : null}
      </Suspense>
    </>
  )
}

function startingFrom(email: Email, again: 'resend' | 'forward') {
  if (again === 'resend') return email
  return { ...email, to: [], copies: [], blind: [], subject: text.forwardSubject(email.subject) }
}
