import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { heldQuery, type HeldProcess } from '../api/confidential'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { heldMessages as text } from '../messages/confidential'
import { usePageTitle } from '../shell/page-title'
import { HeldTable } from './HeldTable'

const HolderDialog = lazy(() => import('./HolderDialog'))

/** Processos com credencial na unidade (SIG-06, SIG-09). */
export function HeldPage() {
  const { unit } = useMe()
  const list = useInfiniteQuery(heldQuery(unit.id, false))
  const [moving, setMoving] = useState<HeldProcess | null>(null)
  usePageTitle(text.page)
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="stack">
      <div className="page-head">
        <h1>
          {text.page} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
      </div>
      <p className="muted">{text.intro}</p>
      <ErrorMessage error={list.data ? null : list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading lines={6} /> : null}
      {list.isSuccess && rows.length === 0 ? <EmptyState title={text.empty}>{text.emptyText}</EmptyState> : null}
      {rows.length > 0 ? <HeldTable title={text.page} rows={rows} onTransfer={setMoving} /> : null}
      {list.hasNextPage ? (
        <div>
          <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.loadMore}
          </Button>
        </div>
      ) : null}
      <Suspense fallback={null}>
        {moving ? <HolderDialog process={{ id: moving.process, nup: moving.nup }} act="transfer" onClose={() => setMoving(null)} /> : null}
      </Suspense>
    </section>
  )
}
