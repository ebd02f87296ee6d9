import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { plansQuery, type KeptPlan } from '../api/plans'
import type { CodeName } from '../api/types'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { plansMessages as text } from '../messages/plans'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { PlanEditor } from './PlanEditor'

type Writing = { plan: KeptPlan | null } | null

/** The administration keeps the city's work plans: each saving is a version, and processes keep theirs (PRO-26). */
export function PlansPage() {
  usePageTitle(text.page)
  const [writing, setWriting] = useState<Writing>(null)
  const plans = useQuery(plansQuery)
  const types = useQuery(catalogueQuery('process-types'))
  const documents = useQuery(catalogueQuery('document-types'))
  const ready = plans.data && types.data && documents.data
  const problem = plans.error ?? types.error ?? documents.error
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <ErrorMessage error={ready ? null : problem} onRetry={() => void plans.refetch()} />
      {ready || problem ? null : <Loading lines={4} />}
      {ready && writing ? (
        <PlanEditor plan={writing.plan} processTypes={types.data} documentTypes={documents.data} onClose={() => setWriting(null)} />
      ) : null}
      {ready && !writing ? <Plans plans={plans.data} types={types.data} onWrite={(plan) => setWriting({ plan })} /> : null}
    </section>
  )
}

interface PlansProps {
  plans: KeptPlan[]
  types: readonly CodeName[]
  onWrite: (plan: KeptPlan | null) => void
}

function Plans({ plans, types, onWrite }: PlansProps) {
  const time = useTime()
  const nameOf = (code: string) => types.find((one) => one.code === code)?.name ?? code
  return (
    <>
      {plans.length === 0 ? <p className="muted">{text.empty}</p> : null}
      <ul className="stack">
        {plans.map((plan) => (
          <li key={plan.code} className="stack">
            <p>
              <strong>{plan.name}</strong> {plan.withdrawn ? <Tag tone="warning">{text.withdrawn}</Tag> : null}
            </p>
            <p>{text.items(plan.stages.length, plan.stages.reduce((sum, stage) => sum + stage.items.length, 0))}</p>
            <p className="small">
              {plan.process_types.length > 0 ? text.begins(plan.process_types.map(nameOf).join(', ')) : text.beginsNone}
            </p>
            <p className="muted small">{plan.by && plan.at ? text.version(plan.version, plan.by.name, time.instant(plan.at)) : text.original}</p>
            <div>
              <Button small look="secondary" aria-label={text.changeLabel(plan.name)} onClick={() => onWrite(plan)}>
                {text.change}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button look="primary" onClick={() => onWrite(null)}>
          {text.fresh}
        </Button>
      </div>
    </>
  )
}
