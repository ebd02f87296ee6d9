import { useQuery } from '@tanstack/react-query'
import { servicesQuery, type Service } from '../api/systems'
import { Loading } from '../ds/Message'
import { serviceMessages as text } from '../messages/systems'
import { formatCivil } from '../time/format'
import { useEntryNames } from './use-entry-names'

/** Who answers for a system, and all that it may do. */
export function ServiceData({ service }: { service: Service }) {
  const units = useEntryNames('units')
  const types = useEntryNames('process-types')
  const { data } = useQuery(servicesQuery)
  if (!data || !units.known || !types.known) return <Loading lines={8} />
  const operation = (code: string) => data.operations.find((one) => one.code === code)?.title ?? code
  return (
    <dl className="admin-data">
      <dt>{text.code}</dt>
      <dd>{service.id}</dd>
      <dt>{text.contact}</dt>
      <dd>{service.contact}</dd>
      <dt>{text.purpose}</dt>
      <dd>{service.purpose}</dd>
      <dt>{text.operations}</dt>
      <dd>{service.operations.map(operation).join('; ')}</dd>
      <dt>{text.units}</dt>
      <dd>{service.units.map(units.named).join(', ')}</dd>
      <dt>{text.types}</dt>
      <dd>{service.process_types.map(types.named).join('; ') || text.allTypes}</dd>
      <dt>{text.networks}</dt>
      <dd>{service.networks.join(', ') || text.anyNetwork}</dd>
      <dt>{text.until}</dt>
      <dd>{service.valid_until ? formatCivil(service.valid_until) : text.noEnd}</dd>
    </dl>
  )
}
