import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { attachmentAddress, emailQuery, type Email } from '../api/correspondence'
import { processQuery } from '../api/processes'
import { Button } from '../ds/Button'
import { ErrorMessage, Message } from '../ds/Message'
import { emailMessages as text } from '../messages/correspondence'
import { useTime } from '../time/use-time'
import { downloadFrom } from '../viewer/fileAddress'

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
  const { state, reason, moved_at: at, blind, attachments } = email.data
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
        <SentFiles process={process} document={document} attachments={attachments} />
        {blind.length > 0 ? <div className="small">{text.blindWere(blind.join('; '))}</div> : null}
      </Message>
      <Suspense fallback={null}>
        {again ? <EmailDialog process={process} initial={startingFrom(email.data, again)} onClose={() => setAgain(null)} /> : null}
      </Suspense>
    </>
  )
}

interface SentFilesProps {
  process: string
  document: string
  attachments: Email['attachments']
}

/** What went along and is no document of the process: nowhere else can it be seen again. */
function SentFiles({ process, document, attachments }: SentFilesProps) {
  const files = attachments.flatMap(({ upload, name }, place) => (upload ? [{ place, name }] : []))
  if (files.length === 0) return null
  return (
    <div className="small">
      {text.sentFiles}:{' '}
      <span className="row">
        {files.map(({ place, name }) => (
          <Button key={place} small onClick={() => void downloadFrom(() => attachmentAddress(process, document, place))}>
            {name}
          </Button>
        ))}
      </span>
    </div>
  )
}

function startingFrom(email: Email, again: 'resend' | 'forward') {
  if (again === 'resend') return email
  return { ...email, to: [], copies: [], blind: [], subject: text.forwardSubject(email.subject) }
}
