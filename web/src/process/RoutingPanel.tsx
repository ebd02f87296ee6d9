import { lazy, Suspense, useState } from 'react'
import type { ProcessPage, Routing } from '../api/types'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Tag } from '../ds/Tag'
import { mapMessages } from '../messages/map'
import { sideMessages as text } from '../messages/process'
import { tieDialogMessages, tiesPanelMessages } from '../messages/ties'
import { undoSending } from '../api/ties'
import { isAllowed } from './acts'
import { useTime } from '../time/use-time'
import { Glyph } from '../ds/Glyph'

const ExtendDialog = lazy(async () => ({ default: (await import('./dialogs/ReturnDialogs')).ExtendReturnDialog }))
const RoutingMap = lazy(() => import('../map/RoutingMap'))
const AskDialog = lazy(() => import('../ties/AskDialog'))
const WithdrawDialog = lazy(async () => ({ default: (await import('./dialogs/ReturnDialogs')).WithdrawReturnDialog }))

type Asked = 'extend' | 'withdraw' | 'undo'

/** Where the process is and how it got there, with what each sending still waits for. */
export function RoutingPanel({ page }: { page: ProcessPage }) {
  const time = useTime()
  const [asking, setAsking] = useState<{ act: Asked; routing: Routing } | null>(null)
  const [mapping, setMapping] = useState(false)
  const open = page.units.filter((one) => one.open)
  const dialog = asking
    ? { process: page.process.id, routing: asking.routing, onClose: () => setAsking(null) }
    : null
  return (
    <div className="side-body stack">
      <h3>{text.openUnits}</h3>
      {open.length === 0 ? <p>{text.notOpen}</p> : null}
      <ul className="stack-small">
        {open.map((one) => (
          <li key={one.unit.id}>
            <strong title={one.unit.name}>{one.unit.acronym}</strong>{' '}
            <span className="muted small">
              {text.since(time.day(one.since))}
              {one.received ? '' : `, ${text.waitingReceipt}`}
              {one.assignee ? `, ${one.assignee.name}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button small look="secondary" onClick={() => setMapping(true)}>
          {mapMessages.open}
        </Button>
        <p className="muted small">{mapMessages.openHint}</p>
      </div>
      <h3>{text.routingsTitle}</h3>
      {page.routings.length === 0 ? <p className="muted">{text.noRoutings}</p> : null}
      <ol className="history">
        {page.routings.map((routing) => (
          <RoutingItem
            key={routing.id}
            routing={routing}
            canUndo={isAllowed(page.actions, 'process.undo_sending')}
            onAsk={(act) => setAsking({ act, routing })}
          />
        ))}
      </ol>
      <Suspense fallback={null}>
        {mapping ? <RoutingMap process={page.process} onClose={() => setMapping(false)} /> : null}
        {dialog && asking?.act === 'extend' ? <ExtendDialog {...dialog} /> : null}
        {dialog && asking?.act === 'withdraw' ? <WithdrawDialog {...dialog} /> : null}
        {dialog && asking?.act === 'undo' ? (
          <AskDialog
            title={tieDialogMessages.undoSendingTitle}
            explanation={tieDialogMessages.undoSendingText(together(page.routings, asking.routing))}
            confirm={tieDialogMessages.undoSendingConfirm}
            done={tieDialogMessages.undoSendingDone}
            process={dialog.process}
            send={(key) => undoSending(dialog.process, asking.routing.id, key)}
            onClose={dialog.onClose}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

/** The units of one sending, which is undone whole. */
function together(routings: Routing[], one: Routing): string {
  const same = routings.filter((other) => other.from.id === one.from.id && other.sent_at === one.sent_at)
  return same.map((other) => other.to.acronym).join(', ')
}

interface RoutingItemProps {
  routing: Routing
  canUndo: boolean
  onAsk: (act: Asked) => void
}

function RoutingItem({ routing, canUndo, onAsk }: RoutingItemProps) {
  const time = useTime()
  const { unit } = useMe()
  const pending = routing.status === 'waiting_receipt' || routing.status === 'received'
  const mine = routing.from.id === unit.id && routing.return_due !== null && pending
  return (
    <li className="history-entry">
      <p>
        <strong>
          {routing.from.acronym} <Glyph name="arrowRight" />
          <span className="visually-hidden">{text.to}</span> {routing.to.acronym}
        </strong>{' '}
        <span className="muted small">{time.instant(routing.sent_at)}</span>
      </p>
      <p>{routing.sentence}</p>
      {routing.overdue ? <Tag tone="danger">{text.overdue}</Tag> : null}
      {mine ? (
        <div className="row">
          <Button small look="secondary" onClick={() => onAsk('extend')}>
            {text.extend}
          </Button>
          <Button small onClick={() => onAsk('withdraw')}>
            {text.withdraw}
          </Button>
        </div>
      ) : null}
      {canUndo && routing.from.id === unit.id && routing.status === 'waiting_receipt' ? (
        <div className="row">
          <Button small onClick={() => onAsk('undo')}>
            {tiesPanelMessages.undoSending}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
