import { lazy, Suspense, useState } from 'react'
import type { AssignTarget } from '../acts/AssignDialog'
import { concludeWithUndo } from '../acts/conclude'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import type { InboxRow } from '../api/types'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { inboxMessages as text } from '../messages/inbox'
import { useShortcuts } from '../shell/shortcuts'

const SendDialog = lazy(() => import('../acts/SendDialog'))
const AssignDialog = lazy(() => import('../acts/AssignDialog'))

interface ActBarProps {
  rows: InboxRow[]
  chosen: InboxRow[]
  active: string | null
  onClear: () => void
}

type Open = { act: 'send' | 'assign'; targets: AssignTarget[] } | null

/** Acts on the chosen rows; a letter with nothing chosen acts on the row the keyboard is on. */
export function ActBar({ rows, chosen, active, onClear }: ActBarProps) {
  const { user } = useMe()
  const [open, setOpen] = useState<Open>(null)
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const targetsNow = () => (chosen.length > 0 ? chosen : rows.filter((row) => row.process === active)).map(targetOf)
  const start = (act: 'send' | 'assign') => {
    const targets = targetsNow()
    if (targets.length > 0) setOpen({ act, targets })
  }
  const conclude = async () => {
    const targets = targetsNow()
    if (targets.length === 0 || busy) return
    setBusy(true)
    const result = await concludeWithUndo(targets, user.id)
    setOutcomes(result.length > 1 ? result : [])
    setBusy(false)
    onClear()
  }
  useShortcuts({ e: () => start('send'), a: () => start('assign'), c: () => void conclude() })
  const finish = () => {
    setOpen(null)
    onClear()
  }
  const none = chosen.length === 0 ? text.pickFirst : undefined
  return (
    <>
      <div className="act-bar" role="toolbar" aria-label={text.bulk}>
        <Button look="secondary" small unavailable={none} onClick={() => start('send')}>
          {text.send}
        </Button>
        <Button look="secondary" small unavailable={none} onClick={() => start('assign')}>
          {text.assign}
        </Button>
        <Button look="secondary" small unavailable={none} busy={busy} onClick={() => void conclude()}>
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
        {open?.act === 'send' ? <SendDialog targets={open.targets} onClose={() => setOpen(null)} onDone={finish} /> : null}
        {open?.act === 'assign' ? (
          <AssignDialog targets={open.targets} onClose={() => setOpen(null)} onDone={finish} />
        ) : null}
      </Suspense>
    </>
  )
}

function targetOf(row: InboxRow): AssignTarget {
  return { id: row.process, nup: row.nup, assignee: row.assignee }
}
