import { useQuery } from '@tanstack/react-query'
import { groupsQuery, type SendingGroup } from '../api/groups'
import { useMe } from '../api/use-me'
import type { ComboOption } from '../ds/ComboBox'
import { Menu } from '../ds/Menu'
import { announce } from '../ds/toast'
import { groupMessages as text } from '../messages/groups'

interface GroupPickerProps {
  chosen: ComboOption[]
  onChange: (chosen: ComboOption[]) => void
}

/** Adds all the units of a sending group to the destinations (CON-02); shown where there is a group. */
export function GroupPicker({ chosen, onChange }: GroupPickerProps) {
  const { unit } = useMe()
  const { data: groups = [] } = useQuery(groupsQuery(unit.id))
  if (groups.length === 0) return null
  const add = (group: SendingGroup) => {
    const elsewhere = group.units.filter((one) => one.id !== unit.id)
    const fresh = elsewhere.filter((one) => one.receives && !chosen.some((other) => other.id === one.id))
    const deaf = elsewhere.filter((one) => !one.receives)
    onChange([...chosen, ...fresh.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))])
    announce([text.added(group.name, elsewhere.length - deaf.length), ...(deaf.length > 0 ? [text.skipped(deaf.map((one) => one.acronym))] : [])].join(' '))
  }
  return (
    <div className="row">
      <Menu
        small
        label={text.choose}
        choices={groups.map((group) => ({
          id: group.id,
          label: text.choice(group.name, group.institutional),
          note: group.units.map((one) => one.acronym).join(', '),
          run: () => add(group),
        }))}
      />
    </div>
  )
}
