import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { fetchDirectLine, processKey, type DirectLine } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { ErrorMessage, Loading } from '../ds/Message'
import { directLineMessages as text } from '../messages/process'
import { DocumentTree } from './DocumentTree'

/** The documents of the unit and of those that exchanged the process with it (PRO-19), whatever page of the tree they are on. */
export default function DirectLineTree({ page, current }: { page: ProcessPage; current: string | undefined }) {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...processKey(page.process.id), 'direct-line'],
    queryFn: ({ pageParam }) => fetchDirectLine(page.process.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last: DirectLine) => last.next_cursor,
  })
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage()
  }, [hasNextPage, isFetching, error, fetchNextPage])
  const slots = useMemo(() => data?.pages.flatMap((one) => one.items) ?? [], [data])
  const first = data?.pages[0]
  if (error && !data) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!first || hasNextPage) return <Loading lines={4} />
  const units = first.units.map((unit) => unit.acronym).join(', ')
  return (
    <>
      <p className="tree-note small muted" aria-live="polite">
        {text.shown(slots.length, page.documents.total)}. {units ? text.among(units) : text.alone} {first.complete ? '' : text.incomplete}
      </p>
      <DocumentTree
        key={slots.length}
        page={page}
        documents={{ slots, want: () => undefined }}
        current={current}
        empty={text.empty}
      />
    </>
  )
}
