import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { fetchSought, processKey } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { soughtMessages as text } from '../messages/sought'
import { useTime } from '../time/use-time'
import './sought.css'

/** Documents looked at without being asked again: longer processes go on only for whoever wants it. */
const BY_ITSELF = 200

interface SoughtResultsProps {
  page: ProcessPage
  words: string
  current: string | undefined
}

/** The documents that have the words, stretch after stretch of the tree, each leading to the document itself (PRO-20). */
export default function SoughtResults({ page, words, current }: SoughtResultsProps) {
  const { process, documents } = page
  const [limit, setLimit] = useState(BY_ITSELF)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...processKey(process.id), 'sought', words],
    queryFn: ({ pageParam, signal }) => fetchSought(process.id, words, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 60_000,
  })
  const stretches = data?.pages ?? []
  const hits = stretches.flatMap((one) => one.items)
  const looked = stretches.reduce((sum, one) => sum + one.looked, 0)
  const unread = stretches.reduce((sum, one) => sum + one.unread, 0)
  const goesOn = hasNextPage && looked < limit
  useEffect(() => {
    if (goesOn && !isFetching && !error) void fetchNextPage()
  }, [goesOn, isFetching, error, fetchNextPage])
  const busy = isFetching || goesOn
  return (
    <section className="sought" aria-label={text.results}>
      <ErrorMessage error={error} onRetry={() => void (data ? fetchNextPage() : refetch())} />
      <div className="sought-far">
        {busy ? <progress aria-label={text.progress} max={documents.total} value={looked} /> : null}
        <p role="status" className="small muted">
          {busy || error ? '' : text.found(hits.length, looked)} {busy || unread === 0 ? '' : text.unread(unread)}
        </p>
      </div>
      {hits.length === 0 && !busy && !hasNextPage && !error ? <EmptyState title={text.nothing(words)}>{text.nothingText}</EmptyState> : null}
      <ul className="sought-list">
        {hits.map(({ document, in_text: inText }) => (
          <li key={document.id}>
            <Hit process={process.id} document={document} inText={inText} current={document.id === current} />
          </li>
        ))}
      </ul>
      {hasNextPage && !busy ? (
        <Button small look="secondary" onClick={() => setLimit(looked + BY_ITSELF)}>
          {text.more(documents.total - looked)}
        </Button>
      ) : null}
    </section>
  )
}

interface HitProps {
  process: string
  document: ProcessPage['documents']['items'][number]
  inText: boolean
  current: boolean
}

function Hit({ process, document, inText, current }: HitProps) {
  const time = useTime()
  return (
    <>
      <Link
        to="/processo/$processId/documento/$documentId"
        params={{ processId: process, documentId: document.id }}
        search={(now) => now}
        aria-current={current ? 'true' : undefined}
      >
        {document.title} ({document.number})
      </Link>
      <span className="small muted">
        {document.unit.acronym}, {document.author.name}, {time.short(document.created_at)}
      </span>
      {inText ? <Tag tone="info">{text.inText}</Tag> : <Tag>{text.inCard}</Tag>}
    </>
  )
}
