import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { announceWithUndo } from '../acts/undo'
import { followProcess, followUpsQuery, refreshFollowUps, seeNews, unfollow, type FollowUp } from '../api/follow'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { useChoice, type Choice } from '../bulk/choice'
import { ChoiceBox, ChoiceOfAll } from '../bulk/ChoiceBox'
import { Everything } from '../bulk/Everything'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { choiceMessages } from '../messages/bulk'
import { followMessages as text } from '../messages/follow'
import { inboxMessages } from '../messages/inbox'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { FollowBar } from './FollowBar'
import '../labels/labels.css'

const FollowDialog = lazy(() => import('./FollowDialog'))

/** Acompanhamento Especial (TRA-10), by group; what is new since the unit last looked is said in words. */
export function FollowUpsPage() {
  const { unit } = useMe()
  usePageTitle(text.page)
  const list = useInfiniteQuery(followUpsQuery(unit.id))
  const found = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const choice = useChoice(useMemo(() => found.map((one) => one.id), [found]))
  const groups = [...new Set(found.map((one) => one.group))].toSorted((a, b) => a.localeCompare(b, 'pt-BR'))
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <ErrorMessage error={list.data ? null : list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading lines={4} /> : null}
      {list.isSuccess && found.length === 0 ? <EmptyState title={text.empty}>{text.emptyText}</EmptyState> : null}
      {found.length > 0 ? (
        <>
          <FollowBar chosen={found.filter((one) => choice.chosen.has(one.id))} unit={unit.id} onClear={choice.none} />
          <p className="row">
            <ChoiceOfAll choice={choice} count={found.length} /> {choiceMessages.selectAll}
          </p>
          <Everything list={list} loaded={found.length} chosen={choice.chosen.size} onAll={choice.all} />
        </>
      ) : null}
      {groups.map((group) => (
        <div key={group}>
          <h2>{group || text.noGroup}</h2>
          <ul className="label-list">
            {found
              .filter((one) => one.group === group)
              .map((one) => (
                <Line key={one.id} followUp={one} choice={choice} unit={unit.id} />
              ))}
          </ul>
        </div>
      ))}
      {list.hasNextPage ? (
        <div>
          <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {inboxMessages.loadMore}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Line({ followUp, choice, unit }: { followUp: FollowUp; choice: Choice; unit: string }) {
  const time = useTime()
  const [editing, setEditing] = useState(false)
  const nup = followUp.nup ?? ''
  const look = useAct((id: string, key) => seeNews(followUp.process, id, key), {
    onDone: async () => {
      announce(text.seenDone)
      await refreshFollowUps(unit)
    },
  })
  const remove = useAct((id: string, key) => unfollow(followUp.process, id, key), {
    onDone: async () => {
      announceWithUndo(text.removed, async (key) => {
        await followProcess(followUp.process, { group: followUp.group, observation: followUp.observation }, key)
        await refreshFollowUps(unit)
      })
      await refreshFollowUps(unit)
    },
  })
  return (
    <li className="label-line">
      <ChoiceBox choice={choice} id={followUp.id} name={nup || text.hidden} />
      <span className="label-line-name">
        {followUp.visible ? (
          <>
            <Link to="/processo/$processId" params={{ processId: followUp.process }}>
              {nup}
            </Link>
            {followUp.news > 0 ? <Tag tone="info">{text.news(followUp.news)}</Tag> : <Tag>{text.noNews}</Tag>}
            <span>{[followUp.type?.name, followUp.specification].filter(Boolean).join(' — ')}</span>
            <span className="muted small">{text.openIn(followUp.open_units)}</span>
          </>
        ) : (
          <span>{text.hidden}</span>
        )}
        {followUp.observation ? <span>{followUp.observation}</span> : null}
        <span className="muted small">{text.by(followUp.by.name, time.instant(followUp.at))}</span>
      </span>
      {followUp.visible && followUp.news > 0 ? (
        <Button small busy={look.busy} aria-label={text.seenOf(nup)} onClick={() => void look.run(followUp.id)}>
          {text.seen}
        </Button>
      ) : null}
      {followUp.visible ? (
        <Button small aria-label={text.editOf(nup)} onClick={() => setEditing(true)}>
          {text.edit}
        </Button>
      ) : null}
      <Button small busy={remove.busy} aria-label={text.removeOf(nup)} onClick={() => void remove.run(followUp.id)}>
        {text.remove}
      </Button>
      <ErrorMessage error={look.error ?? remove.error} />
      <Suspense fallback={null}>
        {editing ? <FollowDialog target={{ id: followUp.process, nup }} kept={followUp} onClose={() => setEditing(false)} /> : null}
      </Suspense>
    </li>
  )
}
