import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { inboxQuery } from '../api/inbox'
import type { InboxRow } from '../api/types'
import { useMe } from '../api/use-me'
import { Everything } from '../bulk/Everything'
import { Button, buttonClass } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { displayMessages } from '../messages/display'
import { inboxMessages as text } from '../messages/inbox'
import { targetOf } from '../organise/targets'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { ActBar } from './ActBar'
import { grouped, sorted } from './arrange'
import { DisplayBar } from './DisplayBar'
import { FilterBar } from './FilterBar'
import { useFirstRows } from './first-rows'
import { HeldSection } from './HeldSection'
import { InboxList } from './InboxList'
import { InboxTabs } from './InboxTabs'
import { leaveList } from './left'
import { usePreview } from './preview'
import { columnsOf, filtersOf, isFiltered, type InboxSearch } from './search'
import { emptySelection, prune, select, type Selection, type SelectionAct } from './selection'
import './inbox.css'

const PreviewPane = lazy(() => import('./PreviewPane'))

const ROWS_WHILE_LOADING = 8

/** Controle de Processos (PRO-01): what is with the unit now. */
export function InboxPage() {
  const search = useSearch({ from: '/app/caixa' })
  const { unit } = useMe()
  useEffect(() => leaveList(unit.id, search), [unit.id, search])
  const inbox = useInfiniteQuery(inboxQuery(unit.id, filtersOf(search)))
  const { zone } = useTime()
  const { agrupar, ordenar } = search
  const groups = useMemo(() => {
    const loaded = uniqueRows(inbox.data?.pages.flatMap((page) => page.items) ?? [])
    return grouped(sorted(loaded, ordenar), agrupar, zone)
  }, [inbox.data, agrupar, ordenar, zone])
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const shown = useFirstRows(groups)
  const [selection, act] = useSelection(rows, search.ver)
  const preview = usePreview(search, selection.active)
  const title = titleOf(search)
  const unread = inbox.data?.pages[0]?.counters.unread ?? 0
  const held = inbox.data?.pages[0]?.counters.confidential ?? 0
  usePageTitle(unread ? `(${unread}) ${title}` : title)
  useArrivals(unread, inbox.isSuccess)
  const targets = rows.filter((row) => selection.chosen.has(row.process)).map(targetOf)
  const current = rows.find((row) => row.process === selection.active)
  const all = useCallback(() => act({ do: 'all' }), [act])
  return (
    <>
      <div className="page-head">
        <h1>
          {title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
        <DisplayBar search={search} preview={preview} />
        <Link to="/processo/novo" className={buttonClass('primary')}>
          {text.start}
        </Link>
      </div>
      <ActBar targets={targets} active={current && targetOf(current)} onClear={() => act({ do: 'none' })} />
      <Everything list={inbox} loaded={rows.length} chosen={targets.length} onAll={all} />
      <div className="inbox-top">
        <InboxTabs search={search} counters={inbox.data?.pages[0]?.counters} />
        <FilterBar search={search} />
      </div>
      {held > 0 ? <HeldSection held={held} /> : null}
      <ErrorMessage error={inbox.data ? null : inbox.error} onRetry={() => void inbox.refetch()} />
      {inbox.isPending ? <Loading lines={ROWS_WHILE_LOADING} /> : null}
      {inbox.isSuccess && rows.length === 0 && !inbox.hasNextPage ? <EmptyInbox search={search} /> : null}
      {rows.length > 0 ? (
        <div className="inbox-work" data-preview={preview.open ? (preview.process ? 'shown' : 'empty') : undefined}>
          <div className="inbox-rows" data-density={search.densidade}>
            <InboxList
              title={text.list(title, unit.acronym)}
              rows={rows}
              groups={shown}
              columns={columnsOf(search)}
              selection={selection}
              act={act}
            />
          </div>
          {preview.open ? (
            <Suspense fallback={<div className="preview-place" />}>
              <PreviewPane row={rows.find((row) => row.process === preview.process)} onClose={preview.toggle} />
            </Suspense>
          ) : null}
        </div>
      ) : null}
      {inbox.hasNextPage ? (
        <div className="inbox-more">
          <Button look="secondary" busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
            {text.loadMore}
          </Button>
          <span className="muted">{agrupar || ordenar ? displayMessages.partial(rows.length) : text.shown(rows.length)}</span>
        </div>
      ) : null}
    </>
  )
}

/** `first`: where the keyboard begins. */
function useSelection(rows: InboxRow[], first: string | undefined): [Selection, (act: SelectionAct) => void] {
  const ids = useMemo(() => rows.map((row) => row.process), [rows])
  const [raw, dispatch] = useReducer(
    (state: Selection, step: { ids: string[]; act: SelectionAct }) => select(prune(state, step.ids), step.ids, step.act),
    first ? { ...emptySelection, active: first } : emptySelection,
  )
  const selection = useMemo(() => prune(raw, ids), [raw, ids])
  const act = useCallback((step: SelectionAct) => dispatch({ ids, act: step }), [ids])
  return [selection, act]
}

/** A process that moves between pages while they load must not appear twice. */
function uniqueRows(rows: InboxRow[]): InboxRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => !seen.has(row.process) && seen.add(row.process))
}

function titleOf(search: InboxSearch): string {
  if (search.responsavel === 'eu') return text.titleMine
  if (search.responsavel === 'ninguem') return text.onlyUnassigned
  if (search.prazo) return text.titleDeadlines
  return search.naoRecebidos ? text.titleUnread : text.title
}

function useArrivals(unread: number, ready: boolean) {
  const known = useRef<number | null>(null)
  useEffect(() => {
    if (!ready) return
    if (known.current !== null && unread > known.current) announce(text.newArrivals(unread - known.current))
    known.current = unread
  }, [unread, ready])
}

function EmptyInbox({ search }: { search: InboxSearch }) {
  const navigate = useNavigate()
  if (isFiltered(search)) {
    return (
      <EmptyState title={text.emptyTitle}>
        <p>{text.emptyFiltered}</p>
        <Button onClick={() => void navigate({ to: '/caixa', search: search.aba ? { aba: search.aba } : {} })}>
          {text.clearFilters}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={text.emptyTitle}>{search.aba === 'gerados' ? text.emptyGenerated : text.emptyReceived}</EmptyState>
  )
}
