import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { arrangementQuery, attachLabel, moveLabel, setCheckpoint } from '../api/desk'
import type { Arrangement } from '../api/desk-types'
import { inboxQuery } from '../api/inbox'
import type { InboxRow } from '../api/types'
import { useMe } from '../api/use-me'
import { useChoice } from '../bulk/choice'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { ActBar } from '../inbox/ActBar'
import { boardMessages as text } from '../messages/board'
import { inboxMessages } from '../messages/inbox'
import { applyToAll } from '../organise/apply'
import { targetOf } from '../organise/targets'
import { usePageTitle } from '../shell/page-title'
import { BoardColumn } from './BoardColumn'
import { cardsOf, columnsOf, type Column } from './columns'
import './board.css'

const ColumnsDialog = lazy(() => import('./ColumnsDialog'))

/** Quadro: the unit's open processes by label or checkpoint; a move is one act, and can be undone. */
export function BoardPage() {
  const { unit } = useMe()
  usePageTitle(text.title)
  const arranged = useQuery(arrangementQuery(unit.id))
  const [choosing, setChoosing] = useState(false)
  const chosen = arranged.data && arranged.data.board.columns.length > 0
  return (
    <>
      <div className="page-head">
        <h1>
          {text.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
        <Button look="secondary" onClick={() => setChoosing(true)}>
          {text.columns}
        </Button>
      </div>
      <ErrorMessage error={arranged.data ? null : arranged.error} onRetry={() => void arranged.refetch()} />
      {arranged.isPending ? <Loading lines={6} /> : null}
      {arranged.data && chosen ? <Columns arranged={arranged.data} /> : null}
      {arranged.data && !chosen ? (
        <EmptyState title={text.empty}>
          <p>{text.emptyText}</p>
        </EmptyState>
      ) : null}
      <Suspense fallback={null}>
        {choosing && arranged.data ? <ColumnsDialog arranged={arranged.data} onClose={() => setChoosing(false)} /> : null}
      </Suspense>
    </>
  )
}

function Columns({ arranged }: { arranged: Arrangement }) {
  const { unit } = useMe()
  const inbox = useInfiniteQuery(inboxQuery(unit.id, { tab: 'all' }))
  const { by } = arranged.board
  const columns = columnsOf(arranged, { labels: text.noLabel, checkpoints: text.noCheckpoint })
  const rows = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data])
  const choice = useChoice(useMemo(() => rows.map((row) => row.process), [rows]))
  const cards = cardsOf(rows, columns, by)
  const move = (row: InboxRow, from: string | null, to: Column) => {
    if (from === to.id) return
    const send = (origin: string | null, destination: string | null, key: string) =>
      by === 'checkpoints' ? setCheckpoint(row.process, destination, key) : moveLabel(row.process, origin, destination, key)
    void applyToAll({
      targets: [{ id: row.process, nup: row.nup }],
      act: (_, key) => send(from, to.id, key),
      said: () => text.moved(row.nup, to.name),
      // What already had the other label only lost the first: taking it back must not take the other.
      undo: (_, key) => (from && held(row, to.id) ? attachLabel(row.process, from, textOf(row, from), key) : send(to.id, from, key)),
    })
  }
  return (
    <>
      <p className="muted">{text.intro}</p>
      <ErrorMessage error={inbox.data ? null : inbox.error} onRetry={() => void inbox.refetch()} />
      {inbox.isPending ? <Loading lines={6} /> : null}
      {rows.length > 0 ? (
        <ActBar targets={rows.filter((row) => choice.chosen.has(row.process)).map(targetOf)} onClear={choice.none} />
      ) : null}
      {inbox.data ? (
        <div className="board">
          {columns.map((column) => (
            <BoardColumn key={column.id ?? 'none'} column={column} columns={columns} cards={cards.get(column.id) ?? []} choice={choice} onMove={move} />
          ))}
        </div>
      ) : null}
      {inbox.hasNextPage ? (
        <div className="inbox-more">
          <Button look="secondary" busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
            {inboxMessages.loadMore}
          </Button>
          <span className="muted">{text.partial(rows.length)}</span>
        </div>
      ) : null}
    </>
  )
}

const labelOn = (row: InboxRow, label: string | null) => row.desk.labels.find((one) => one.id === label)
const held = (row: InboxRow, label: string | null) => labelOn(row, label) !== undefined
const textOf = (row: InboxRow, label: string | null) => labelOn(row, label)?.text ?? ''
