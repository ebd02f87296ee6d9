import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { blockGroupsQuery, changeBlockGroup, deleteBlockGroup, refreshBlockGroups, type BlockGroup } from '../api/block-groups'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { GroupLine } from '../groups/GroupLine'
import { RemoveGroupDialog } from '../groups/RemoveGroupDialog'
import { blockGroupMessages as text } from '../messages/block-groups'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'

const BlockGroupDialog = lazy(() => import('./BlockGroupDialog'))

type Asked = { act: 'new' } | { act: 'edit' | 'remove'; group: BlockGroup }

/** The unit's groups of blocks (BLO-04). */
export function BlockGroupsPage() {
  const { unit, actions } = useMe()
  usePageTitle(text.page)
  const { data, error, refetch, isPending } = useQuery(blockGroupsQuery(unit.id))
  const [asked, setAsked] = useState<Asked | null>(null)
  const keeps = actions.includes('block_group.keep')
  const close = () => setAsked(null)
  return (
    <section className="sheet stack">
      <Link to="/blocos">{text.back}</Link>
      <div className="page-head">
        <h1>{text.page}</h1>
        {keeps ? (
          <Button look="primary" onClick={() => setAsked({ act: 'new' })}>
            {text.create}
          </Button>
        ) : null}
      </div>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={4} /> : null}
      {data ? (
        <section className="stack-small">
          <h2>{text.list(unit.acronym)}</h2>
          {data.length === 0 ? <p className="muted">{text.none}</p> : null}
          <ul className="group-list" aria-label={text.list(unit.acronym)}>
            {data.map((group) => (
              <Line key={group.id} group={group} keeps={keeps} onAsk={setAsked} />
            ))}
          </ul>
        </section>
      ) : null}
      <Suspense fallback={null}>
        {asked?.act === 'new' ? <BlockGroupDialog onClose={close} /> : null}
        {asked?.act === 'edit' ? <BlockGroupDialog group={asked.group} onClose={close} /> : null}
      </Suspense>
      {asked?.act === 'remove' ? (
        <RemoveGroupDialog group={asked.group} text={text} send={deleteBlockGroup} onGone={refreshBlockGroups} onClose={close} />
      ) : null}
    </section>
  )
}

interface LineProps {
  group: BlockGroup
  keeps: boolean
  onAsk: (asked: Asked) => void
}

function Line({ group, keeps, onAsk }: LineProps) {
  const time = useTime()
  const turn = useAct((active: boolean, key) => changeBlockGroup(group, { name: group.name, active }, key), {
    onDone: async (_, active) => {
      announce((active ? text.woken : text.rested)(group.name))
      await refreshBlockGroups()
    },
  })
  const acts = [
    { label: text.edit, run: () => onAsk({ act: 'edit', group }) },
    { label: group.active ? text.rest : text.wake, busy: turn.busy, run: () => void turn.run(!group.active) },
    {
      label: text.remove,
      unavailable: group.blocks > 0 ? text.removeNotEmpty : null,
      run: () => onAsk({ act: 'remove', group }),
    },
  ]
  const count = text.count(group.blocks)
  return (
    <GroupLine
      name={group.name}
      about={group.active ? count : `${count}, ${text.inactive}`}
      changed={text.changed(group.by.name, time.instant(group.at))}
      acts={keeps ? acts : []}
    >
      <ErrorMessage error={turn.error} />
    </GroupLine>
  )
}
