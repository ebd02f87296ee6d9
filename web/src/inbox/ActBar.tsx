import { lazy, Suspense, useState, type ReactNode } from 'react'
import { concludeWithUndo } from '../acts/conclude'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { receiveProcess } from '../api/processes'
import { markAllUnread, MoreMenu } from '../bulk/MoreMenu'
import type { MoreAct } from '../bulk/more'
import { Button } from '../ds/Button'
import { classNames } from '../ds/class-names'
import { choiceMessages } from '../messages/bulk'
import { inboxMessages as text } from '../messages/inbox'
import { organiseMessages } from '../messages/organise'
import { applyToAll } from '../organise/apply'
import { CheckpointMenu } from '../organise/CheckpointMenu'
import { LabelMenu, putOn } from '../organise/LabelMenu'
import type { DeskTarget } from '../organise/targets'
import { useShortcuts } from '../shell/shortcuts'

const SendDialog = lazy(() => import('../acts/SendDialog'))
const AssignDialog = lazy(() => import('../acts/AssignDialog'))
const NoteDialog = lazy(() => import('../organise/NoteDialog'))
const DeadlineDialog = lazy(() => import('../organise/DeadlineDialog'))
const LabelTextDialog = lazy(() => import('../organise/LabelTextDialog'))
const LabelDialog = lazy(() => import('../labels/LabelDialog'))
const MoreDialogs = lazy(() => import('../bulk/MoreDialogs'))

interface ActBarProps {
  targets: DeskTarget[]
  /** Where the keyboard is: a letter with nothing chosen acts on it. */
  active?: DeskTarget | undefined
  onClear: () => void
  /** Acts that only this list has, before the others. */
  children?: ReactNode
}

type DialogName = 'send' | 'assign' | 'note' | 'deadline' | 'label' | 'new-label' | MoreAct
type Open = { act: DialogName; targets: DeskTarget[] } | null
const BUTTONS = new Set<DialogName>(['send', 'assign', 'note', 'deadline', 'label', 'new-label'])
const isMore = (act: DialogName): act is MoreAct => !BUTTONS.has(act)

/** Acts on the chosen processes of any list. */
export function ActBar({ targets, active, onClear, children }: ActBarProps) {
  const [open, setOpen] = useState<Open>(null)
  const [busy, setBusy] = useState<'receive' | 'conclude' | null>(null)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const targetsNow = () => (targets.length > 0 || !active ? targets : [active])
  const start = (act: DialogName) => {
    const now = targetsNow()
    if (now.length > 0) setOpen({ act, targets: now })
  }
  const done = (result: Outcome[]) => setOutcomes(result.length > 1 ? result : [])
  const working = async (name: 'receive' | 'conclude', act: (now: DeskTarget[]) => Promise<Outcome[]>, now = targetsNow()) => {
    if (now.length === 0 || busy) return
    setBusy(name)
    done(await act(now))
    setBusy(null)
  }
  const markUnreadNow = async () => {
    const received = targetsNow().filter((target) => !target.unread)
    if (received.length > 0) done(await markAllUnread(received))
  }
  const conclude = () => working('conclude', concludeWithUndo).then(onClear)
  useShortcuts({
    send: () => start('send'),
    assign: () => start('assign'),
    conclude: () => void conclude(),
    note: () => start('note'),
    deadline: () => start('deadline'),
    label: () => start('label'),
    unread: () => void markUnreadNow(),
  })
  const close = () => setOpen(null)
  // Only what takes the process out of the list undoes the choice: whoever assigns goes on to label.
  const sent = () => {
    close()
    onClear()
  }
  const none = targets.length === 0 ? text.pickFirst : undefined
  const unread = targets.filter((target) => target.unread)
  return (
    <>
      <div className={classNames('act-bar', !children && 'act-bar-general')} role="toolbar" aria-label={text.bulk}>
        {children}
        {unread.length > 0 ? (
          <Button look="secondary" small busy={busy === 'receive'} onClick={() => void working('receive', receiveAll, unread)}>
            {organiseMessages.receive}
          </Button>
        ) : null}
        <Button look="secondary" small unavailable={none} onClick={() => start('send')}>
          {text.send}
        </Button>
        <Button look="secondary" small unavailable={none} onClick={() => start('assign')}>
          {text.assign}
        </Button>
        <LabelMenu targets={targets} onDone={done} onDialog={start} />
        <Button look="secondary" small unavailable={none} onClick={() => start('deadline')}>
          {organiseMessages.deadline}
        </Button>
        <Button look="secondary" small unavailable={none} onClick={() => start('note')}>
          {organiseMessages.note}
        </Button>
        <CheckpointMenu targets={targets} onDone={done} />
        <Button look="secondary" small unavailable={none} busy={busy === 'conclude'} onClick={() => void conclude()}>
          {text.conclude}
        </Button>
        <MoreMenu targets={targets} onDone={done} onDialog={start} />
        <span className="act-count" role="status">
          {targets.length > 0 ? choiceMessages.selected(targets.length) : ''}
        </span>
        {targets.length > 0 ? (
          <Button small onClick={onClear}>
            {choiceMessages.clear}
          </Button>
        ) : null}
      </div>
      <Outcomes outcomes={outcomes} />
      <Suspense fallback={null}>
        {open?.act === 'send' ? <SendDialog targets={open.targets} onClose={close} onDone={sent} /> : null}
        {open?.act === 'assign' ? <AssignDialog targets={open.targets} onClose={close} onDone={close} /> : null}
        {open?.act === 'note' ? <NoteDialog targets={open.targets} onClose={close} /> : null}
        {open?.act === 'deadline' ? <DeadlineDialog targets={open.targets} onClose={close} /> : null}
        {open?.act === 'label' ? <LabelTextDialog targets={open.targets} onClose={close} /> : null}
        {open?.act === 'new-label' ? (
          <LabelDialog onClose={close} onDone={(label) => void putOn(label, open.targets).then(done)} />
        ) : null}
        {open && isMore(open.act) ? <MoreDialogs act={open.act} targets={open.targets} onClose={close} onDone={LEAVES.has(open.act) ? onClear : stay} /> : null}
      </Suspense>
    </>
  )
}

/** What takes the processes out of the inbox undoes the choice too. */
const LEAVES = new Set<DialogName>(['conclude', 'suspend', 'annex', 'complete_step', 'delete'])
const stay = () => undefined

function receiveAll(targets: DeskTarget[]): Promise<Outcome[]> {
  return applyToAll({
    targets,
    act: (target, key) => receiveProcess(target.id, key),
    said: organiseMessages.received,
    order: { act: 'receive', form: {} },
  })
}
