import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { historyQuery } from '../api/processes'
import type { HistoryEntry, ProcessPage } from '../api/types'
import { Button } from '../ds/Button'
import { Select } from '../ds/Field'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { dsMessages } from '../messages/ds'
import { historyMessages } from '../messages/history'
import { sideMessages as text } from '../messages/process'
import { tiesPanelMessages } from '../messages/ties'
import { useTime } from '../time/use-time'
import { HistoryFilter } from './HistoryFilter'
import { historyFilterOf, historyViewOf, isNarrowed, withHistoryFilter, type ProcessSearch } from './search'

/** History in SEI's sentences; the summary already came with the process (PRO-27). */
export function HistoryPanel({ page, search }: { page: ProcessPage; search: ProcessSearch }) {
  const navigate = useNavigate()
  const view = historyViewOf(search)
  const filter = historyFilterOf(search)
  const narrowed = isNarrowed(filter)
  const [expanded, setExpanded] = useState(false)
  const wantsMore = useInfiniteQuery({
    ...historyQuery(page.process.id, view, filter),
    enabled: view !== 'summary' || narrowed || expanded,
  })
  const summaryOnly = view === 'summary' && !narrowed && !(expanded && wantsMore.data)
  const entries = summaryOnly ? page.history.items : (wantsMore.data?.pages.flatMap((one) => one.items) ?? [])
  const hasMore = summaryOnly ? page.history.next_cursor !== null : wantsMore.hasNextPage
  const isMissing = !summaryOnly && wantsMore.isPending
  const more = async () => {
    if (summaryOnly) {
      await wantsMore.refetch()
      setExpanded(true)
    }
    await wantsMore.fetchNextPage()
  }
  return (
    <div className="side-body">
      <Select
        label={text.views}
        labelHidden
        value={search.andamento ?? ''}
        onChange={(value) => {
          const { andamento: _, ...rest } = search
          const andamento = value === 'completo' || value === 'total' ? { andamento: value as 'completo' | 'total' } : {}
          void navigate({ to: '.', search: { ...rest, ...andamento }, replace: true })
        }}
      >
        <option value="">{text.summary}</option>
        <option value="completo">{text.full}</option>
        <option value="total">{text.total}</option>
      </Select>
      <HistoryFilter
        page={page}
        filter={filter}
        onFilter={(chosen) => void navigate({ to: '.', search: withHistoryFilter(search, chosen), replace: true })}
      />
      <ErrorMessage error={wantsMore.error} onRetry={() => void wantsMore.refetch()} />
      {isMissing ? <Loading lines={4} /> : null}
      {entries.length === 0 && (summaryOnly || wantsMore.isSuccess) ? <EmptyState title={emptyTitle(narrowed, hasMore)} /> : null}
      <ol className="history">
        {entries.map((entry) => (
          <Entry key={entry.n} entry={entry} process={page.process.id} />
        ))}
      </ol>
      {hasMore ? (
        <Button small look="secondary" busy={wantsMore.isFetching} onClick={() => void more()}>
          {dsMessages.loadMore}
        </Button>
      ) : null}
    </div>
  )
}

/** A rare entry may lie beyond the stretch that one call reads. */
function emptyTitle(narrowed: boolean, hasMore: boolean): string {
  if (!narrowed) return text.noHistory
  return hasMore ? historyMessages.nothingYet : historyMessages.nothing
}

function Entry({ entry, process }: { entry: HistoryEntry; process: string }) {
  const time = useTime()
  return (
    <li className="history-entry">
      <p>
        {entry.sentence}
        {entry.process ? (
          <>
            {' '}
            <Link to="/processo/$processId" params={{ processId: entry.process }}>
              {tiesPanelMessages.openOther}
            </Link>
          </>
        ) : null}
        {entry.document ? (
          <>
            {' '}
            <Link to="/processo/$processId/documento/$documentId" params={{ processId: process, documentId: entry.document }} search={(now) => now}>
              {historyMessages.openDocument}
            </Link>
          </>
        ) : null}
      </p>
      <p className="muted small">
        <time dateTime={entry.at}>{time.instant(entry.at)}</time>
        <br />
        {text.byWho(entry.user.name, entry.unit.acronym)}
      </p>
    </li>
  )
}
