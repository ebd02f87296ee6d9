import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { api } from '../api/client'
import { processKey } from '../api/processes'
import { meQuery } from '../api/session'
import type { DocumentDetail } from '../api/types'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { lockMessages } from '../messages/authoring'
import { editorMessages } from '../messages/editor'
import { type DocumentContent, isForm } from './content'
import { EditorScreen } from './EditorScreen'
import { useEditLock } from './lock/useEditLock'
import { draftPath } from './saving/sendDraft'
import './editor.css'
import './paper.css'

const AnswersScreen = lazy(async () => ({ default: (await import('../answers/AnswersScreen')).AnswersScreen }))

interface EditorPageProps {
  processId: string
  documentId: string
  /** Whether a document is read beside the text, and what opens or closes it. */
  reads: boolean
  onRead: () => void
}

/**
 * Opens one authored document to write in (DOC-03). The text is read once: what arrives later from the server
 * never replaces what is on the screen unless the person asks for it.
 */
export function EditorPage({ processId, documentId, reads, onRead }: EditorPageProps) {
  const [reading, setReading] = useState(1)
  const me = useQuery(meQuery)
  const opened = useQuery({
    // Its own key: refreshing the process must not swap the text under the person's fingers.
    queryKey: ['writing', processId, documentId, reading],
    queryFn: ({ signal }) => api.get<DocumentDetail>(draftPath(processId, documentId), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const client = useQueryClient()
  // The process page shows the document as it was before it was written on.
  useEffect(() => () => void client.invalidateQueries({ queryKey: processKey(processId) }), [client, processId])
  const onFree = useCallback(() => {
    announce(lockMessages.free)
    setReading((count) => count + 1)
  }, [])
  const editable = opened.data?.actions['document.edit']?.allowed === true
  const lock = useEditLock(processId, documentId, editable, onFree)
  const error = opened.data ? null : (opened.error ?? me.error)
  if (error) return <ErrorMessage error={error} onRetry={() => void opened.refetch()} />
  if (!opened.data || !me.data) return <Loading label={editorMessages.loading} />
  const document = opened.data
  if (document.kind !== 'authored' || !document.content) {
    return <Message tone="info">{editorMessages.notAuthored}</Message>
  }
  const content = document.content as DocumentContent
  if (isForm(content)) {
    return (
      <Suspense fallback={<Loading label={editorMessages.loading} />}>
        <AnswersScreen key={reading} processId={processId} documentId={documentId} lock={lock} />
      </Suspense>
    )
  }
  return (
    <EditorScreen
      key={`${documentId}-${reading}`}
      processId={processId}
      document={document}
      content={content}
      user={me.data.user.id}
      lock={lock}
      reads={reads}
      onRead={onRead}
      onReload={() => setReading((count) => count + 1)}
    />
  )
}
