import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { documentKey } from '../api/documents'
import { meQuery } from '../api/session'
import type { DocumentDetail } from '../api/types'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { editorMessages } from '../messages/editor'
import type { DocumentContent } from './content'
import { EditorScreen } from './EditorScreen'
import { draftPath } from './saving/sendDraft'
import './editor.css'
import './paper.css'

interface EditorPageProps {
  processId: string
  documentId: string
}

/**
 * Opens one authored document to write in (DOC-03). The text is read once: what arrives later from the server
 * never replaces what is on the screen unless the person asks for it.
 */
export function EditorPage({ processId, documentId }: EditorPageProps) {
  const [reading, setReading] = useState(1)
  const me = useQuery(meQuery)
  const opened = useQuery({
    // Its own key: refreshing the process must not swap the text under the person's fingers.
    queryKey: [...documentKey(processId, documentId), 'writing', reading],
    queryFn: ({ signal }) => api.get<DocumentDetail>(draftPath(processId, documentId), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const error = opened.data ? null : (opened.error ?? me.error)
  if (error) return <ErrorMessage error={error} onRetry={() => void opened.refetch()} />
  if (!opened.data || !me.data) return <Loading label={editorMessages.loading} />
  const document = opened.data
  if (document.kind !== 'authored' || !document.content) {
    return <Message tone="info">{editorMessages.notAuthored}</Message>
  }
  return (
    <EditorScreen
      key={`${documentId}-${reading}`}
      processId={processId}
      document={document}
      content={document.content as DocumentContent}
      user={me.data.user.id}
      onReload={() => setReading((count) => count + 1)}
    />
  )
}
