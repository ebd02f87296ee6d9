import { lazy, Suspense, useState } from 'react'
import { concludeWithUndo } from '../acts/conclude'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { receiveProcess } from '../api/processes'
import type { InboxRow } from '../api/types'
import { Button } from '../ds/Button'
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

interface ActBarProps {
  rows: InboxRow[]
  chosen: InboxRow[]
  active: string | null
  onClear: () => void
}

type DialogName = 'send' | 'assign' | 'note' | 'deadline' | 'label' | 'new-label'
type Open = { act: DialogName; targets: DeskTarget[] } | null

/** Acts on the chosen rows; a letter with nothing chosen acts on the row the keyboard is on. */
export function ActBar({ rows, chosen, active, onClear }: ActBarProps) {
  const [open, setOpen] = useState<Open>(null)
  const [busy, setBusy] = useState<'receive' | 'conclude' | null>(null)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const targetsNow = () => (chosen.length > 0 ? chosen : rows.filter((row) => row.process === active)).map(targetOf)
  const start = (act: DialogName) => {
    const targets = targetsNow()
    if (targets.length > 0) setOpen({ act, targets })
  }
  const done = (result: Outcome[]) => setOutcomes(result.length > 1 ? result : [])
  const working = async (name: 'receive' | 'conclude', act: (targets: DeskTarget[]) => Promise<Outcome[]>, targets = targetsNow()) => {
    if (targets.length === 0 || busy) return
    setBusy(name)
    done(await act(targets))
    setBusy(null)
  }
  const conclude = () => working('conclude', (targets) => concludeWithUndo(targets)).then(onClear)
  useShortcuts({
    e: () => start('send'),
    a: () => start('assign'),
    c: () => void conclude(),
    n: () => start('note'),
    p: () => start('deadline'),
  })
  const close = () => setOpen(null)
  // Only what takes the process out of the list undoes the choice: whoever assigns goes on to label.
  const sent = () => {
    close()
    onClear()
  }
  const none = chosen.length === 0 ? text.pickFirst : undefined
  const targets = chosen.map(targetOf)
  const unread = targets.filter((target) => target.unread)
  return (
    <>
      <div className="act-bar" role="toolbar" aria-label={text.bulk}>
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
        <span className="act-count" role="status">
          {chosen.length > 0 ? text.selected(chosen.length) : ''}
        </span>
        {chosen.length > 0 ? (
          <Button small onClick={onClear}>
            {text.clearSelection}
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
      </Suspense>
    </>
  )
}

function receiveAll(targets: DeskTarget[]): Promise<Outcome[]> {
  return applyToAll({ targets, act: (target, key) => receiveProcess(target.id, key), said: organiseMessages.received })
}

function targetOf(row: InboxRow): DeskTarget {
  return { id: row.process, nup: row.nup, assignee: row.assignee, unread: row.unread, desk: row.desk }
}
