import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { referencesQuery } from '../api/documents'
import type { DocumentDetail } from '../api/types'
import { Message } from '../ds/Message'
import { viewerMessages as text } from '../messages/viewer'
import { useSought } from '../sought/sought'
import { DocumentFrame } from './DocumentFrame'
import { digitsOf } from './nameCitations'
import { UploadedFile } from './UploadedFile'

/** What a document says, or why it is not shown (DOC-11, DOC-16). */
export function DocumentBody({ processId, document }: { processId: string; document: DocumentDetail }) {
  if (document.state === 'cancelled') {
    return (
      <Message tone="info">
        <strong>{text.cancelledTitle}</strong> {text.cancelledText}
      </Message>
    )
  }
  if (!document.content_visible) {
    return (
      <Message tone="info">
        <strong>{text.notVisibleTitle}</strong> {document.actions['document.read']?.reason ?? text.notVisibleText}{' '}
        {text.notVisibleAsk(document.unit.acronym)}
      </Message>
    )
  }
  if (document.kind === 'uploaded') return <UploadedFile processId={processId} document={document} />
  if (!document.html) return <Message tone="warning">{text.noContent}</Message>
  return <AuthoredText processId={processId} document={document} html={document.html} />
}

interface AuthoredTextProps {
  processId: string
  document: DocumentDetail
  html: string
}

function AuthoredText({ processId, document, html }: AuthoredTextProps) {
  const sought = useSought()
  const cites = html.includes('class="reference"')
  const { data } = useQuery({ ...referencesQuery(processId, document.id), enabled: cites })
  const cited = useMemo(
    () => Object.fromEntries((data ?? []).filter((one) => one.found).map((one) => [digitsOf(one.number), one.title])),
    [data],
  )
  return (
    <div className="document-desk">
      <DocumentFrame html={html} title={text.frameTitle(document.title, document.number)} cited={cited} sought={sought} />
    </div>
  )
}
