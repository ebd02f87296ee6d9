import { lazy, Suspense, useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { reopenProcess } from '../api/processes'
import { resumeProcess, type AwayList, type AwayRow } from '../api/ties'
import type { MoreAct } from '../bulk/more'
import { MoreMenu } from '../bulk/MoreMenu'
import { Button } from '../ds/Button'
import { choiceMessages } from '../messages/bulk'
import { inboxMessages } from '../messages/inbox'
import { awayMessages as text } from '../messages/ties'
import { applyToAll } from '../organise/apply'
import { unseenTarget } from '../organise/targets'

const MoreDialogs = lazy(() => import('../bulk/MoreDialogs'))

const POSSIBLE: Record<AwayList, MoreAct[]> = {
  suspended: ['acknowledge', 'follow', 'favourite'],
  concluded: ['acknowledge', 'follow', 'favourite', 'undo_sending', 'extend_return', 'withdraw_return'],
}
const BACK = {
  suspended: { label: text.resume, send: resumeProcess, said: text.resumedMany, act: 'resume' },
  concluded: { label: text.reopen, send: reopenProcess, said: text.reopenedMany, act: 'reopen' },
} as const

/** Acts on the processes chosen of a list of those that are not in the inbox (TRA-05, PRO-16). */
export function AwayBar({ list, rows, onClear }: { list: AwayList; rows: AwayRow[]; onClear: () => void }) {
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const [dialog, setDialog] = useState<MoreAct | null>(null)
  const targets = rows.map((row) => unseenTarget(row.process, row.nup))
  const { label, send, said, act } = BACK[list]
  const bring = async () => {
    setBusy(true)
    const result = await applyToAll({ targets, act: (target, key) => send(target.id, key), said, order: { act, form: {} } })
    setOutcomes(result.length > 1 ? result : [])
    setBusy(false)
    onClear()
  }
  return (
    <>
      <div className="act-bar" role="toolbar" aria-label={choiceMessages.acts}>
        <Button look="secondary" small busy={busy} unavailable={rows.length === 0 ? inboxMessages.pickFirst : null} onClick={() => void bring()}>
          {label}
        </Button>
        <MoreMenu targets={targets} only={POSSIBLE[list]} onDialog={setDialog} onDone={setOutcomes} />
        <span className="act-count" role="status">
          {rows.length > 0 ? choiceMessages.selected(rows.length) : ''}
        </span>
        {rows.length > 0 ? (
          <Button small onClick={onClear}>
            {choiceMessages.clear}
          </Button>
        ) : null}
      </div>
      <Outcomes outcomes={outcomes} />
      <Suspense fallback={null}>
        {dialog ? <MoreDialogs act={dialog} targets={targets} onClose={() => setDialog(null)} onDone={onClear} /> : null}
      </Suspense>
    </>
  )
}
