import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { activateService, SERVICES, serviceQuery, type Service } from '../api/systems'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { serviceMessages as text } from '../messages/systems'
import { usePageTitle } from '../shell/page-title'
import { AdminFrame } from './AdminFrame'
import { ChangeList } from './ChangeList'
import { ReasonDialog } from './ReasonDialog'
import { ServiceData } from './ServiceData'
import { ServiceKeys } from './ServiceKeys'
import { ServiceState } from './ServiceState'

const ServiceDialog = lazy(() => import('./ServiceDialog'))

/** One system: what it may do, its keys, and all that was changed (ACC-09). */
export function ServicePage() {
  const { service: code } = useParams({ from: '/app/administracao/sistemas/$service' })
  const { data: service, error, refetch } = useQuery(serviceQuery(code))
  const title = service?.name ?? code
  usePageTitle(title)
  return (
    <AdminFrame title={title}>
      <p>
        <Link to="/administracao/sistemas">{text.back}</Link>
      </p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {service ? <Card service={service} /> : error ? null : <Loading lines={6} />}
    </AdminFrame>
  )
}

function Card({ service }: { service: Service }) {
  const keeps = useMe().actions.includes('service_account.keep')
  const [asked, setAsked] = useState<'edit' | 'activate' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <ServiceState service={service} told />
      <h2>{text.data}</h2>
      <ServiceData service={service} />
      {keeps ? (
        <div className="row">
          <Button onClick={() => setAsked('edit')}>{text.edit}</Button>
          <Button onClick={() => setAsked('activate')}>{service.active ? text.deactivate : text.reactivate}</Button>
        </div>
      ) : null}
      <ServiceKeys service={service} keeps={keeps} />
      <h2>{text.historyOf}</h2>
      <ChangeList of={{ table: SERVICES, code: service.id }} />
      <Suspense fallback={null}>{asked === 'edit' ? <ServiceDialog service={service} onClose={close} /> : null}</Suspense>
      {asked === 'activate' ? <ActivateDialog service={service} onClose={close} /> : null}
    </>
  )
}

/** Puts a system out of work at once, or back; both say why. */
function ActivateDialog({ service, onClose }: { service: Service; onClose: () => void }) {
  const { id, name, revision, active } = service
  return (
    <ReasonDialog
      title={active ? text.deactivateTitle(name) : text.reactivateTitle(name)}
      explanation={active ? text.deactivateText : text.reactivateText}
      confirm={active ? text.deactivate : text.reactivate}
      look={active ? 'danger' : 'primary'}
      done={active ? text.wasDeactivated(name) : text.wasReactivated(name)}
      act={(why, key) => activateService(id, revision, !active, why, key)}
      onClose={onClose}
    />
  )
}
