import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { blockGroupsQuery } from '../api/block-groups'
import { useMe } from '../api/use-me'
import { Select } from '../ds/Field'
import { blockGroupMessages as text } from '../messages/block-groups'
import type { BlocksSearch } from './search'

/** Narrows the list of blocks to a group of the unit (BLO-04). */
export function GroupFilter({ search }: { search: BlocksSearch }) {
  const { unit } = useMe()
  const navigate = useNavigate()
  const { data: groups = [] } = useQuery(blockGroupsQuery(unit.id))
  const choose = (grupo: string) => {
    const { grupo: _, ...rest } = search
    void navigate({ to: '/blocos', search: { ...rest, ...(grupo ? { grupo } : {}) } })
  }
  return (
    <div className="row block-filter">
      {groups.length > 0 || search.grupo ? (
        <Select label={text.filter} value={search.grupo ?? ''} onChange={choose}>
          <option value="">{text.all}</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {text.withState(group.name, group.active)}
            </option>
          ))}
        </Select>
      ) : null}
      <Link to="/grupos-de-blocos">{text.page}</Link>
    </div>
  )
}
