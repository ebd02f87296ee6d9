import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isNotFound } from '../api/query-client'
import { processQuery } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { processMessages } from '../messages/process'
import { readingMessages as text } from '../messages/reading'
import { useDocuments } from '../process/use-documents'
import { NotFoundPage } from '../shell/BrokenPage'
import { usePageTitle } from '../shell/page-title'
import { ReadingItem } from './ReadingItem'
import './reading.css'

/** The whole process as one text, each document under the other, as one would leaf through a file (PRO-20). */
export function ReadingPage() {
  const { processId } = useParams({ from: '/app/processo/$processId/leitura' })
  const { data, error, refetch } = useQuery(processQuery(processId))
  usePageTitle(data ? text.title(data.process.nup) : processMessages.loading)
  if (data) return <Pages page={data} />
  if (isNotFound(error)) return <NotFoundPage />
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  return <Loading label={processMessages.loading} lines={6} />
}

function Pages({ page }: { page: ProcessPage }) {
  const { slots, want } = useDocuments(page)
  const { id, nup } = page.process
  return (
    <div className="reading">
      <div className="page-head">
        <h1>{text.title(nup)}</h1>
        <Link to="/processo/$processId" params={{ processId: id }} className="button button-secondary">
          {text.back}
        </Link>
      </div>
      <p className="muted">{text.hint}</p>
      {slots.length === 0 ? <EmptyState title={text.empty}>{text.emptyText}</EmptyState> : null}
      <ol className="reading-list">
        {slots.map((node, slot) => (
          // A place keeps its key while what stands there is still being fetched.
          <ReadingItem key={slot} process={id} node={node} place={slot} of={slots.length} want={want} />
        ))}
      </ol>
    </div>
  )
}
