import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { deleteGroup, groupsQuery, refreshGroups, type SendingGroup } from '../api/groups'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { groupMessages as text } from '../messages/groups'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { GroupLine } from './GroupLine'
import { RemoveGroupDialog } from './RemoveGroupDialog'

const GroupDialog = lazy(() => import('./GroupDialog'))

type Asked = { act: 'new'; institutional: boolean } | { act: 'edit' | 'remove'; group: SendingGroup }

/** The sending groups of the unit and those of the institution (CON-02). */
export function GroupsPage() {
  const { unit, actions } = useMe()
  usePageTitle(text.page)
  const { data, error, refetch, isPending } = useQuery(groupsQuery(unit.id))
  const [asked, setAsked] = useState<Asked | null>(null)
  const keeps = actions.includes('sending_group.keep')
  const defines = actions.includes('sending_group.define')
  const close = () => setAsked(null)
  return (
    <section className="sheet stack">
      <div className="page-head">
        <h1>{text.page}</h1>
        <div className="row">
          {keeps ? (
            <Button look="primary" onClick={() => setAsked({ act: 'new', institutional: false })}>
              {text.create}
            </Button>
          ) : null}
          {defines ? (
            <Button look={keeps ? 'secondary' : 'primary'} onClick={() => setAsked({ act: 'new', institutional: true })}>
              {text.createCommon}
            </Button>
          ) : null}
        </div>
      </div>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={4} /> : null}
      {data && keeps ? (
        <Shelf title={text.ofUnit(unit.acronym)} empty={text.noneOfUnit} groups={data.filter((one) => !one.institutional)} mine onAsk={setAsked} />
      ) : null}
      {data ? (
        <Shelf title={text.common} empty={text.noneCommon} groups={data.filter((one) => one.institutional)} mine={defines} onAsk={setAsked} />
      ) : null}
      <Suspense fallback={null}>
        {asked?.act === 'new' ? <GroupDialog institutional={asked.institutional} onClose={close} /> : null}
        {asked?.act === 'edit' ? <GroupDialog group={asked.group} institutional={asked.group.institutional} onClose={close} /> : null}
      </Suspense>
      {asked?.act === 'remove' ? (
        <RemoveGroupDialog group={asked.group} text={text} send={deleteGroup} onGone={() => refreshGroups(unit.id)} onClose={close} />
      ) : null}
    </section>
  )
}

interface ShelfProps {
  title: string
  empty: string
  groups: SendingGroup[]
  mine: boolean
  onAsk: (asked: Asked) => void
}

function Shelf({ title, empty, groups, mine, onAsk }: ShelfProps) {
  const time = useTime()
  return (
    <section className="stack-small">
      <h2>{title}</h2>
      {groups.length === 0 ? <p className="muted">{empty}</p> : null}
      <ul className="group-list" aria-label={title}>
        {groups.map((group) => (
          <GroupLine
            key={group.id}
            name={group.name}
            about={text.count(group.units.length)}
            changed={text.changed(group.by.name, time.instant(group.at))}
            acts={
              mine
                ? [
                    { label: text.edit, run: () => onAsk({ act: 'edit', group }) },
                    { label: text.remove, run: () => onAsk({ act: 'remove', group }) },
                  ]
                : []
            }
          >
            <p>{group.units.map((one) => (one.receives ? one.acronym : `${one.acronym} (${text.resting})`)).join(', ')}</p>
          </GroupLine>
        ))}
      </ul>
    </section>
  )
}
