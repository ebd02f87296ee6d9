import { Tag } from '../ds/Tag'
import { serviceMessages as text } from '../messages/systems'
import { useTime } from '../time/use-time'

interface Standing {
  active: boolean
  valid_until: string | null
}

/** Why a system does nothing, where it does nothing. */
export function ServiceState({ service, told = false }: { service: Standing; told?: boolean }) {
  const today = useTime().today()
  if (!service.active) return <State tone="danger" name={text.inactive} notice={told ? text.inactiveNotice : null} />
  if (service.valid_until && service.valid_until < today) {
    return <State tone="warning" name={text.over} notice={told ? text.overNotice : null} />
  }
  return null
}

function State({ tone, name, notice }: { tone: 'danger' | 'warning'; name: string; notice: string | null }) {
  const tag = <Tag tone={tone}>{name}</Tag>
  return notice ? (
    <p>
      {tag} {notice}
    </p>
  ) : (
    tag
  )
}
