import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { erasureQuery, type Erasure } from '../api/erasure'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag, type Tone } from '../ds/Tag'
import { erasureMessages as text } from '../messages/erasure'
import { useTime } from '../time/use-time'
import { PlanTable } from './PlanTable'

const ConfirmDialog = lazy(() => import('./ConfirmDialog'))
const RefuseDialog = lazy(() => import('./RefuseDialog'))
const TONES: Record<Erasure['state'], Tone> = { asked: 'warning', confirmed: 'info', done: 'success', refused: 'neutral' }

/** A request, whom it is about while that is known, and what may be done with it. */
export function RequestCard({ request }: { request: Erasure }) {
  const time = useTime()
  const [open, setOpen] = useState(false)
  const when = (at: string | null) => (at ? time.instant(at) : '')
  const title = text.requestOf(request.name)
  const unsettled = request.state === 'asked' || request.state === 'confirmed'
  // Of a contact nothing is left to tell it by.
  const reported = request.state === 'done' && request.user !== ''
  return (
    <li>
      <article className="stack-small" aria-label={title}>
        <h3>
          {title} <Tag tone={TONES[request.state]}>{text.states[request.state]}</Tag>
        </h3>
        <p>{request.ground_name}</p>
        <p>{text.why(request.reason)}</p>
        <p className="muted">
          {text.askedBy(request.by.name, when(request.at))}{' '}
          {request.settled_by ? text.settled(text.settledBy[request.state], request.settled_by.name, when(request.settled_at)) : null}{' '}
          {request.done_at ? text.doneAt(when(request.done_at)) : null}
        </p>
        {request.refusal ? <p>{text.refusal(request.refusal)}</p> : null}
        {unsettled || reported ? (
          <div>
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              {unsettled ? text.see : text.seeDone}
            </Button>
          </div>
        ) : null}
        {open && unsettled ? <Settling request={request} /> : null}
        {open && reported ? <Report request={request} /> : null}
      </article>
    </li>
  )
}

/** What went and what stayed, and why. */
function Report({ request }: { request: Erasure }) {
  const { data, error, isPending } = useQuery(erasureQuery(request.id))
  return (
    <>
      <ErrorMessage error={error} />
      {isPending ? <Loading lines={4} /> : null}
      {data ? <PlanTable lines={data.lines} done /> : null}
    </>
  )
}

function Settling({ request }: { request: Erasure }) {
  const { data, error, isPending } = useQuery(erasureQuery(request.id))
  const [dialog, setDialog] = useState<'confirm' | 'refuse' | null>(null)
  const close = () => setDialog(null)
  return (
    <div className="stack">
      <ErrorMessage error={error} />
      {isPending ? <Loading lines={4} /> : null}
      {data ? <PlanTable lines={data.lines} /> : null}
      {request.own ? <p>{text.own}</p> : null}
      {request.state === 'confirmed' ? <p>{text.again}</p> : null}
      <div className="row">
        {request.own ? null : (
          <Button look="danger" onClick={() => setDialog('confirm')}>
            {text.confirm}
          </Button>
        )}
        {request.state === 'asked' ? <Button onClick={() => setDialog('refuse')}>{request.own ? text.withdraw : text.refuse}</Button> : null}
      </div>
      <Suspense>
        {dialog === 'confirm' ? <ConfirmDialog request={request} onClose={close} /> : null}
        {dialog === 'refuse' ? <RefuseDialog request={request} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}
