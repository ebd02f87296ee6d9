import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { tenantQuery } from '../api/session'
import { useMe } from '../api/use-me'
import { Button, buttonClass } from '../ds/Button'
import { HOME } from '../environment'
import { visitMessages as text } from '../messages/visit'
import { showStep } from './tour'
import { stopId, type VisitName, VISITS } from './visit'

/** The guided visits, each begun where it is; and the way to the training environment, where there is one beside. */
export function VisitList() {
  const router = useRouter()
  const start = (visit: VisitName) => {
    showStep(stopId(visit, 0))
    router.history.push(`${HOME}/caixa`)
  }
  return (
    <>
      <h2>{text.heading}</h2>
      <p className="muted">{text.intro}</p>
      <div className="row">
        {VISITS.map((visit) => (
          <Button key={visit} look="secondary" onClick={() => start(visit)}>
            {text.start(text.names[visit])}
          </Button>
        ))}
      </div>
    </>
  )
}

export function PracticePlace() {
  const { tenant } = useMe()
  const { data: door } = useQuery(tenantQuery)
  const beside = door?.environments.find((one) => one.training && one.name === tenant.name)
  if (tenant.training) return <p>{text.here}</p>
  if (!beside) return null
  return (
    <>
      <p className="muted">{text.practiceHint}</p>
      <div>
        <a href={`${beside.path}exercicios`} className={buttonClass('primary')}>
          {text.practice}
        </a>
      </div>
    </>
  )
}
