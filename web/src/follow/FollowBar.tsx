import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { refreshFollowUps, seeNews, unfollow, type FollowUp } from '../api/follow'
import { Button } from '../ds/Button'
import { ActBar } from '../inbox/ActBar'
import { followMessages as text } from '../messages/follow'
import { inboxMessages } from '../messages/inbox'
import { applyToAll } from '../organise/apply'
import { unseenTarget } from '../organise/targets'

interface FollowBarProps {
  chosen: FollowUp[]
  unit: string
  onClear: () => void
}

/** Acts on what is followed, and on the processes themselves; one that is not open here says so (TRA-10). */
export function FollowBar({ chosen, unit, onClear }: FollowBarProps) {
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const seen = chosen.filter((one) => one.visible)
  const processes = [...new Map(seen.map((one) => [one.process, unseenTarget(one.process, one.nup ?? '')])).values()]
  const act = async (which: FollowUp[], send: typeof seeNews, said: (count: number) => string) => {
    setBusy(true)
    const byId = new Map(which.map((one) => [one.id, one]))
    const targets = which.map((one) => ({ id: one.id, nup: one.nup ?? text.hidden }))
    const result = await applyToAll({ targets, act: (target, key) => send(byId.get(target.id)?.process ?? '', target.id, key), said })
    setOutcomes(result.length > 1 ? result : [])
    setBusy(false)
    await refreshFollowUps(unit)
  }
  const none = chosen.length === 0 ? inboxMessages.pickFirst : null
  return (
    <>
      <ActBar targets={processes} onClear={onClear}>
        <Button look="secondary" small busy={busy} unavailable={none} onClick={() => void act(seen, seeNews, text.seenMany)}>
          {text.seen}
        </Button>
        <Button look="secondary" small busy={busy} unavailable={none} onClick={() => void act(chosen, unfollow, text.removedMany)}>
          {text.remove}
        </Button>
      </ActBar>
      <Outcomes outcomes={outcomes} />
    </>
  )
}
