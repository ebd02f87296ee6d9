import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { refreshFollowUps, seeNews, unfollow, type FollowUp } from '../api/follow'
import { isMany } from '../bulk/start'
import { Button } from '../ds/Button'
import { ActBar } from '../inbox/ActBar'
import { followMessages as text } from '../messages/follow'
import { inboxMessages } from '../messages/inbox'
import { applyToAll, askFor } from '../organise/apply'
import { unseenTarget } from '../organise/targets'

interface FollowBarProps {
  chosen: FollowUp[]
  unit: string
  onClear: () => void
}

const SENT = {
  see_news: { send: seeNews, said: text.seenMany },
  unfollow: { send: unfollow, said: text.removedMany },
}

/** Acts on what is followed, and on the processes themselves; one that is not open here says so (TRA-10). */
export function FollowBar({ chosen, unit, onClear }: FollowBarProps) {
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const seen = chosen.filter((one) => one.visible)
  const processes = [...new Map(seen.map((one) => [one.process, unseenTarget(one.process, one.nup ?? '')])).values()]
  const act = async (which: FollowUp[], name: keyof typeof SENT) => {
    setBusy(true)
    const result = isMany(which) ? await orderMany(name, which) : await oneByOne(name, which)
    setOutcomes(result.length > 1 ? result : [])
    setBusy(false)
    await refreshFollowUps(unit)
  }
  const none = chosen.length === 0 ? inboxMessages.pickFirst : null
  return (
    <>
      <ActBar targets={processes} onClear={onClear}>
        <Button look="secondary" small busy={busy} unavailable={none} onClick={() => void act(seen, 'see_news')}>
          {text.seen}
        </Button>
        <Button look="secondary" small busy={busy} unavailable={none} onClick={() => void act(chosen, 'unfollow')}>
          {text.remove}
        </Button>
      </ActBar>
      <Outcomes outcomes={outcomes} />
    </>
  )
}

function oneByOne(name: keyof typeof SENT, which: FollowUp[]): Promise<Outcome[]> {
  const { send, said } = SENT[name]
  const byId = new Map(which.map((one) => [one.id, one]))
  const targets = which.map((one) => ({ id: one.id, nup: one.nup ?? text.hidden }))
  return applyToAll({ targets, act: (target, key) => send(byId.get(target.id)?.process ?? '', target.id, key), said })
}

/** As a job, which goes by process: one may be followed in several groups, and only those chosen count. */
function orderMany(name: keyof typeof SENT, which: FollowUp[]): Promise<Outcome[]> {
  const chosen: Record<string, string[]> = {}
  for (const one of which) (chosen[one.process] ??= []).push(one.id)
  const targets = Object.keys(chosen).map((id) => ({ id, nup: '' }))
  return askFor({ act: name, form: { follow_ups: chosen } }, targets)
}
