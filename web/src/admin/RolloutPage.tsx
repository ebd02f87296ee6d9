import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goBack, ROLLOUT, rolloutQuery, type Rollout, type RolloutLine } from '../api/rollout'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { adminMessages } from '../messages/administration'
import { rolloutMessages as text } from '../messages/rollout'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { AdminFrame } from './AdminFrame'
import { ChangeList } from './ChangeList'
import { LiveDialog, TickDialog, UndoDialog, WaiveDialog } from './RolloutDialogs'
import { RolloutItem } from './RolloutItem'
import { ReasonDialog } from './ReasonDialog'

export type Asked = { act: 'tick' | 'waive' | 'undo'; line: RolloutLine } | { act: 'live' | 'back'; line?: undefined }

/** The acceptance checklist of the city, and going live (issue 5 §7). */
export function RolloutPage() {
  usePageTitle(adminMessages.rollout)
  const { data, error, refetch } = useQuery(rolloutQuery)
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <AdminFrame title={adminMessages.rollout} acts={data ? <Acts rollout={data} ask={setAsked} /> : null}>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {data ? <Standing rollout={data} ask={setAsked} /> : error ? null : <Loading lines={8} />}
      {data && asked ? <AskedDialog asked={asked} revision={data.revision} onClose={() => setAsked(null)} /> : null}
    </AdminFrame>
  )
}

function Acts({ rollout, ask }: { rollout: Rollout; ask: (asked: Asked) => void }) {
  const decides = useMe().actions.includes('rollout.decide')
  if (!decides) return null
  if (rollout.stage === 'live') return <Button onClick={() => ask({ act: 'back' })}>{text.back}</Button>
  if (rollout.stage !== 'rollout') return null
  return (
    <Button look="primary" onClick={() => ask({ act: 'live' })}>
      {text.live}
    </Button>
  )
}

function Standing({ rollout, ask }: { rollout: Rollout; ask: (asked: Asked) => void }) {
  const { stage, items } = rollout
  return (
    <>
      <Where rollout={rollout} />
      {items.length > 0 ? (
        <>
          <h2>{text.list}</h2>
          {stage === 'rollout' ? <p role="status">{text.pending(rollout.pending)}</p> : null}
          <ul className="rollout-list">
            {items.map((line) => (
              <RolloutItem key={line.code} line={line} open={stage === 'rollout'} ask={ask} />
            ))}
          </ul>
        </>
      ) : null}
      <Periods rollout={rollout} />
      <h2>{text.historyOf}</h2>
      <ChangeList of={{ table: ROLLOUT, code: 'live' }} />
    </>
  )
}

function Where({ rollout: { stage, periods } }: { rollout: Rollout }) {
  const time = useTime()
  const last = periods.at(-1)
  const told = stage === 'live' ? (last ? text.liveSince(time.instant(last.since), last.norm, last.by.name) : '') : text.told[stage]
  return (
    <p>
      <Tag tone={stage === 'live' ? 'success' : 'warning'}>{text.stages[stage]}</Tag> {told}
    </p>
  )
}

function Periods({ rollout: { periods } }: { rollout: Rollout }) {
  const time = useTime()
  const told = periods.filter((one) => one.until !== null || one.waived.length > 0)
  if (told.length === 0) return null
  return (
    <>
      <h2>{text.periods}</h2>
      <ul>
        {told.map((one) => (
          <li key={one.since}>
            {one.until ? <p>{text.period(time.instant(one.since), time.instant(one.until), one.norm)}</p> : null}
            {one.waived.length > 0 ? <p>{text.waivedThen(one.waived.join('; '))}</p> : null}
            {one.reason ? <p>{text.backBecause(one.reason)}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function AskedDialog({ asked, revision, onClose }: { asked: Asked; revision: number; onClose: () => void }) {
  if (asked.act === 'live') return <LiveDialog revision={revision} onClose={onClose} />
  if (asked.act === 'back') {
    return (
      <ReasonDialog
        title={text.backTitle}
        explanation={text.backText}
        confirm={text.back}
        look="danger"
        done={text.isBack}
        act={(why, key) => goBack(revision, why, key)}
        onClose={onClose}
      />
    )
  }
  const { act, line } = asked
  if (!line) return null
  if (act === 'tick') return <TickDialog line={line} revision={revision} onClose={onClose} />
  if (act === 'waive') return <WaiveDialog line={line} revision={revision} onClose={onClose} />
  return <UndoDialog line={line} revision={revision} onClose={onClose} />
}
