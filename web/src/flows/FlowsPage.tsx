import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { checkFlow, flowsQuery, publishFlow, refreshFlows, type FlowCard } from '../api/flows'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { TextArea } from '../ds/Field'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { flowsPageMessages as text } from '../messages/flows'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import './flows.css'

const WithdrawDialog = lazy(() => import('./WithdrawDialog'))

type Writing = { card: FlowCard | null } | null

/** The administration writes and publishes flows: each published text is a version for good. */
export function FlowsPage() {
  usePageTitle(text.page)
  const [writing, setWriting] = useState<Writing>(null)
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      {writing ? <Editor card={writing.card} onClose={() => setWriting(null)} /> : <Published onWrite={(card) => setWriting({ card })} />}
    </section>
  )
}

function Published({ onWrite }: { onWrite: (card: FlowCard | null) => void }) {
  const time = useTime()
  const [leaving, setLeaving] = useState<FlowCard | null>(null)
  const { data, error, refetch } = useQuery(flowsQuery())
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={4} />
  return (
    <>
      <h2>{text.published}</h2>
      {data.length === 0 ? <p className="muted">{text.empty}</p> : null}
      <ul className="stack flow-cards">
        {data.map((card) => (
          <li key={card.code} className="flow-offer">
            <p>
              <strong>{card.name}</strong> <Tag>{card.free_routing ? text.free : text.guided}</Tag>{' '}
              {card.withdrawn ? <Tag tone="warning">{text.withdrawnTag}</Tag> : null}
            </p>
            <p>{text.of(card.process_type.name)}</p>
            {card.description ? <p className="small">{card.description}</p> : null}
            <p className="muted small">{text.by(card.version, card.by.name, time.instant(card.at))}</p>
            {card.withdrawn ? (
              <p className="small">{text.withdrawnBy(card.withdrawn.by.name, time.instant(card.withdrawn.at), card.withdrawn.reason)}</p>
            ) : null}
            <div className="row">
              <Button small look="secondary" aria-label={text.changeLabel(card.name)} onClick={() => onWrite(card)}>
                {text.change}
              </Button>
              {card.withdrawn ? null : (
                <Button small aria-label={text.withdrawLabel(card.name)} onClick={() => setLeaving(card)}>
                  {text.withdraw}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button look="primary" onClick={() => onWrite(null)}>
          {text.fresh}
        </Button>
      </div>
      <Suspense fallback={null}>{leaving ? <WithdrawDialog card={leaving} onClose={() => setLeaving(null)} /> : null}</Suspense>
    </>
  )
}

function Editor({ card, onClose }: { card: FlowCard | null; onClose: () => void }) {
  const [written, setWritten] = useState(card?.text ?? '')
  const [good, setGood] = useState<{ name: string; steps: string[] } | null>(null)
  const check = useAct((wanted: string) => checkFlow(wanted), { onDone: setGood })
  const publish = useAct((wanted: string, key) => publishFlow(wanted, key), {
    onDone: async ({ code, version }) => {
      announce(text.done(code, version))
      await refreshFlows()
      onClose()
    },
  })
  const problem = publish.error ?? check.error
  const change = (next: string) => {
    setWritten(next)
    setGood(null)
    check.clear()
    publish.clear()
  }
  return (
    <>
      <h2>{card ? text.editing(card.name) : text.writing}</h2>
      <TextArea
        label={text.text}
        hint={text.hint}
        className="flow-text"
        rows={16}
        spellCheck={false}
        wrap="off"
        maxLength={30000}
        value={written}
        onChange={change}
      />
      {problem && problem.fields.length > 0 ? (
        <Message tone="danger" announced>
          <p>{text.problems(problem.fields.length)}</p>
          <ul>
            {problem.fields.map((one) => (
              <li key={`${one.field}-${one.message}`}>{one.message}</li>
            ))}
          </ul>
        </Message>
      ) : (
        <ErrorMessage error={problem} />
      )}
      {good ? (
        <Message tone="success" announced>
          <p>{text.checked(good.name, good.steps.length)}</p>
          <ol>
            {good.steps.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </Message>
      ) : null}
      <div className="row">
        <Button look="secondary" busy={check.busy} onClick={() => void check.run(written)}>
          {text.check}
        </Button>
        <Button
          look="primary"
          busy={publish.busy}
          onClick={() => {
            setGood(null)
            check.clear()
            void publish.run(written)
          }}
        >
          {text.publish}
        </Button>
        <Button onClick={onClose}>{text.back}</Button>
      </div>
    </>
  )
}
