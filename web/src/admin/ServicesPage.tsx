import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { servicesQuery, type ServiceRow } from '../api/systems'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { adminMessages } from '../messages/administration'
import { serviceMessages as text } from '../messages/systems'
import { usePageTitle } from '../shell/page-title'
import { formatCivil } from '../time/format'
import { AdminFrame } from './AdminFrame'
import { ServiceState } from './ServiceState'
import { useEntryNames } from './use-entry-names'

const ServiceDialog = lazy(() => import('./ServiceDialog'))

/** The systems that act by the API (ACC-09). */
export function ServicesPage() {
  usePageTitle(adminMessages.services)
  const { actions } = useMe()
  const { data, error, refetch } = useQuery(servicesQuery)
  const [creating, setCreating] = useState(false)
  const create = actions.includes('service_account.keep') ? (
    <Button look="primary" onClick={() => setCreating(true)}>
      {text.create}
    </Button>
  ) : null
  return (
    <AdminFrame title={adminMessages.services} acts={create}>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {data ? (
        <p role="status" className="muted small">
          {data.items.length === 0 ? text.none : text.found(data.items.length)}
        </p>
      ) : error ? null : (
        <Loading lines={4} />
      )}
      {data && data.items.length > 0 ? <ServiceTable services={data.items} /> : null}
      <Suspense fallback={null}>{creating ? <ServiceDialog onClose={() => setCreating(false)} /> : null}</Suspense>
    </AdminFrame>
  )
}

function ServiceTable({ services }: { services: ServiceRow[] }) {
  const { named } = useEntryNames('units')
  return (
    <div className="admin-scroll">
      <table className="admin-table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.contact}</th>
            <th scope="col">{text.columns.units}</th>
            <th scope="col">{text.columns.keys}</th>
            <th scope="col">{text.columns.until}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.id}>
              <th scope="row">
                <Link to="/administracao/sistemas/$service" params={{ service: service.id }}>
                  {service.name}
                </Link>{' '}
                <ServiceState service={service} />
              </th>
              <td>{service.contact}</td>
              <td>{service.units.map(named).join(', ')}</td>
              <td>{service.live_keys}</td>
              <td>{service.valid_until ? formatCivil(service.valid_until) : <span className="muted">{text.noEnd}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
