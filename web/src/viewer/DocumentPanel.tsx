import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { documentQuery } from '../api/documents'
import { isNotFound } from '../api/query-client'
import type { DocumentDetail } from '../api/types'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { AcknowledgementList } from '../life/AcknowledgementList'
import { viewerMessages as text } from '../messages/viewer'
import { RedactionFacts } from '../redact/RedactionFacts'
import { DigitizationFacts } from './DigitizationFacts'
import { DocumentActions } from './DocumentActions'
import { DocumentBody } from './DocumentBody'
import { DocumentChips } from './DocumentChips'
import { SignatureList } from './SignatureList'
import './viewer.css'

const EmailState = lazy(() => import('../mail/EmailState'))

interface DocumentPanelProps {
  processId: string
  documentId: string
  /** After an act on the document, so that the tree and the history follow. */
  onChanged: () => void
  onCancel?: (document: DocumentDetail) => void
  onDelete?: (document: DocumentDetail) => void
}

/** One document as it is read inside the process: acts, state, content and signatures (DOC-11, DOC-16). */
export function DocumentPanel({ processId, documentId, onChanged, onCancel, onDelete }: DocumentPanelProps) {
  const read = useQuery(documentQuery(processId, documentId))
  // What is no longer there is not shown from memory.
  if (isNotFound(read.error)) return <Message tone="warning" announced>{text.gone}</Message>
  if (read.error && !read.data) return <ErrorMessage error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <Loading label={text.loading} lines={6} />
  const document = read.data
  const changed = () => {
    void read.refetch()
    onChanged()
  }
  return (
    <article className="document-panel" aria-label={text.panelLabel(document.title, document.number)}>
      <header className="document-head">
        <h2>{text.panelLabel(document.title, document.number)}</h2>
        <DocumentChips document={document} />
        <DocumentActions
          processId={processId}
          document={document}
          onChanged={changed}
          {...(onCancel ? { onCancel } : {})}
          {...(onDelete ? { onDelete } : {})}
        />
      </header>
      {document.kind === 'mailed' && document.content_visible && document.state !== 'cancelled' ? (
        <Suspense fallback={null}>
          <EmailState process={processId} document={document.id} />
        </Suspense>
      ) : null}
      <DocumentBody processId={processId} document={document} />
      {document.content_visible ? <DigitizationFacts document={document} /> : null}
      {document.content_visible ? <RedactionFacts processId={processId} document={document} /> : null}
      {document.content_visible ? <SignatureList processId={processId} document={document} /> : null}
      {document.content_visible ? <AcknowledgementList document={document} /> : null}
    </article>
  )
}
