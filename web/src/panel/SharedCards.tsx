import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { blockGroupsQuery } from '../api/block-groups'
import { blocksQuery, signingQueueQuery, type BlockRow } from '../api/blocks'
import { followUpsQuery } from '../api/follow'
import { useMe } from '../api/use-me'
import { followMessages } from '../messages/follow'
import { panelMessages as text } from '../messages/panel'
import { Card, Count } from './Card'

const STATES = ['received', 'generated', 'shared', 'returned'] as const

/** The signing blocks under way, by how they stand, and what is in one's own hands to sign (BLO-02, BLO-04). */
export function BlocksCard() {
  const { unit, user } = useMe()
  const list = useInfiniteQuery(blocksQuery(unit.id, 'signing', false))
  const queue = useQuery(signingQueueQuery(user.id))
  const groups = useQuery(blockGroupsQuery(unit.id))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const documents = (state: BlockRow['state']) =>
    rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.items, 0)
  return (
    <Card title={text.blocks}>
      {STATES.map((state) => (
        <li key={state}>
          <Link to="/blocos" className="panel-figure">
            <Count
              name={text.blocksThat[state](documents(state))}
              count={rows.filter((row) => row.state === state).length}
              more={list.hasNextPage}
            />
          </Link>
        </li>
      ))}
      <li>
        <Link to="/para-assinar" className="panel-figure">
          <Count name={text.toSign} count={queue.data?.items.length ?? 0} />
        </Link>
      </li>
      {(groups.data ?? [])
        .filter((group) => group.active && group.blocks > 0)
        .map((group) => (
          <li key={group.id}>
            <Link to="/blocos" search={{ grupo: group.id }} className="panel-figure">
              <Count name={text.group(group.name)} count={group.blocks} />
            </Link>
          </li>
        ))}
    </Card>
  )
}

/** What the unit follows, by group, and how many of it have news (TRA-10). */
export function FollowCard() {
  const { unit } = useMe()
  const list = useInfiniteQuery(followUpsQuery(unit.id))
  const found = list.data?.pages.flatMap((page) => page.items) ?? []
  const groups = [...new Set(found.map((one) => one.group))].toSorted((a, b) => a.localeCompare(b, 'pt-BR'))
  return (
    <Card title={text.followed}>
      <li>
        <Link to="/acompanhamento" className="panel-figure">
          <Count name={text.withNews} count={found.filter((one) => one.news > 0).length} more={list.hasNextPage} />
        </Link>
      </li>
      {groups.map((group) => (
        <li key={group}>
          <Link to="/acompanhamento" className="panel-figure">
            <Count
              name={group || followMessages.noGroup}
              count={found.filter((one) => one.group === group).length}
              more={list.hasNextPage}
            />
          </Link>
        </li>
      ))}
    </Card>
  )
}
