import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { findByNumber } from '../api/directory'
import { ApiProblem } from '../api/problem'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { processMessages as text } from '../messages/process'
import { usePageTitle } from '../shell/page-title'

/** Opens what has a number, wherever it lies today (DOC-03). */
export function NumberPage() {
  const { number } = useParams({ from: '/app/numero/$number' })
  const found = useQuery({ queryKey: ['number', number], queryFn: () => findByNumber(number), retry: false })
  usePageTitle(text.numberTitle(number))
  if (found.isPending) return <Loading label={text.numberLoading} />
  if (found.data) {
    const { process: processId, document: documentId } = found.data
    if (!documentId) return <Navigate to="/processo/$processId" params={{ processId }} replace />
    return <Navigate to="/processo/$processId/documento/$documentId" params={{ processId, documentId }} replace />
  }
  return (
    <section className="sheet stack">
      <h1>{text.numberTitle(number)}</h1>
      {isAbsent(found.error) ? (
        <EmptyState title={text.numberNothing}>{text.numberNothingText}</EmptyState>
      ) : (
        <ErrorMessage error={found.error} onRetry={() => void found.refetch()} />
      )}
    </section>
  )
}

function isAbsent(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}
