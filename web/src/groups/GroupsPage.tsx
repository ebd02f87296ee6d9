import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { deleteGroup, groupsQuery, refreshGroups, type SendingGroup } from '../api/groups'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { groupMessages as text } from '../messages/groups'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import './groups.css'

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
      {asked?.act === 'remove' ? <RemoveDialog group={asked.group} onClose={close} /> : null}
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
          <li key={group.id} className="group-line">
            <div>
              <h3>
                {group.name} <span className="muted small">{text.count(group.units.length)}</span>
              </h3>
              <p>{group.units.map((one) => (one.receives ? one.acronym : `${one.acronym} (${text.resting})`)).join(', ')}</p>
              <p className="muted small">{text.changed(group.by.name, time.instant(group.at))}</p>
            </div>
            {mine ? (
              <div className="row">
                <Button small onClick={() => onAsk({ act: 'edit', group })}>
                  {text.edit}
                  <span className="visually-hidden"> {group.name}</span>
                </Button>
                <Button small onClick={() => onAsk({ act: 'remove', group })}>
                  {text.remove}
                  <span className="visually-hidden"> {group.name}</span>
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function RemoveDialog({ group, onClose }: { group: SendingGroup; onClose: () => void }) {
  const { unit } = useMe()
  const remove = useAct((_: string, key) => deleteGroup(group, key), {
    onDone: async () => {
      announce(text.removed(group.name))
      onClose()
      await refreshGroups(unit.id)
    },
  })
  return (
    <FormDialog
      title={text.removeTitle(group.name)}
      confirm={text.removeConfirm}
      confirmLook="danger"
      busy={remove.busy}
      onClose={onClose}
      onSubmit={() => void remove.run(group.id)}
    >
      <p>{text.removeText}</p>
      <ErrorMessage error={remove.error} />
    </FormDialog>
  )
}
