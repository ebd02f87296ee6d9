import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { planQuery, type PlanItem, type PlanStatus, type WorkPlan } from '../api/plan'
import type { ProcessPage } from '../api/types'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag, type Tone } from '../ds/Tag'
import { planMessages as text, planStatusName } from '../messages/plan'
import { refusal } from '../process/acts'
import { useTime } from '../time/use-time'
import './plan.css'

const ItemDialog = lazy(() => import('./ItemDialog'))
const ReplaceDialog = lazy(() => import('./ReplaceDialog'))

const TONES: Record<PlanStatus, Tone> = {
  in_progress: 'info',
  paused: 'warning',
  finished: 'success',
  problem: 'danger',
  not_applicable: 'neutral',
  disregarded: 'neutral',
}
const RESOLVED: (PlanStatus | null)[] = ['finished', 'not_applicable', 'disregarded']

/** Stages and items to tick off; nothing here blocks an act (PRO-26). */
export default function PlanPanel({ page }: { page: ProcessPage }) {
  const { data, error, refetch } = useQuery(planQuery(page.process.id))
  return (
    <div className="side-body stack">
      <p className="muted small">{text.intro}</p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <Plan page={page} view={data} /> : error ? null : <Loading lines={4} />}
    </div>
  )
}

function Plan({ page, view }: { page: ProcessPage; view: WorkPlan }) {
  const [asked, setAsked] = useState<PlanItem | 'replace' | null>(null)
  const items = view.stages.flatMap((stage) => stage.items)
  const resolved = items.filter((item) => RESOLVED.includes(item.status)).length
  const unavailable = refusal(page.actions, 'process.plan')
  const others = view.choices.filter((choice) => choice.code !== view.plan?.code)
  const close = () => setAsked(null)
  return (
    <>
      {view.plan ? (
        <div>
          <h3>{view.plan.name}</h3>
          <p>
            <progress className="plan-progress" value={resolved} max={items.length} aria-hidden="true" /> {text.progress(resolved, items.length)}
          </p>
        </div>
      ) : (
        <p>{others.length > 0 ? text.none : `${text.none} ${text.noChoice}`}</p>
      )}
      {view.stages.map((stage) => (
        <section key={stage.name} className="plan-stage">
          <h4>{stage.name}</h4>
          <ul className="plan-items">
            {stage.items.map((item) => (
              <Item key={item.id} item={item} unavailable={unavailable} onAsk={() => setAsked(item)} />
            ))}
          </ul>
        </section>
      ))}
      {others.length > 0 ? (
        <div>
          <Button small look="secondary" unavailable={unavailable} onClick={() => setAsked('replace')}>
            {view.plan ? text.replace : text.adopt}
          </Button>
        </div>
      ) : null}
      <Suspense fallback={null}>
        {asked === 'replace' ? <ReplaceDialog process={page.process.id} current={view.plan} choices={others} onClose={close} /> : null}
        {asked && asked !== 'replace' ? <ItemDialog process={page.process.id} item={asked} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

function Item({ item, unavailable, onAsk }: { item: PlanItem; unavailable: string | null; onAsk: () => void }) {
  const time = useTime()
  return (
    <li className="plan-item">
      <div>
        <p>{item.name}</p>
        <p>
          {item.status ? <Tag tone={TONES[item.status]}>{planStatusName[item.status]}</Tag> : <span className="muted small">{text.untouched}</span>}
        </p>
        {item.note ? <p className="plan-note">{item.note}</p> : null}
        {item.document ? <p className="small">{text.document(item.document)}</p> : null}
        {item.by && item.unit && item.at ? (
          <p className="muted small">{text.who(item.by.name, item.unit.acronym, time.instant(item.at))}</p>
        ) : null}
        {!item.status && item.document_types.length > 0 ? (
          <p className="muted small">{text.begins(item.document_types.map((type) => type.name).join(', '))}</p>
        ) : null}
      </div>
      <Button small unavailable={unavailable} onClick={onAsk}>
        {text.change}
        <span className="visually-hidden"> {item.name}</span>
      </Button>
    </li>
  )
}
