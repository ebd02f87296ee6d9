import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api } from '../api/client'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/DialogWhenOpened'
import { ErrorMessage, Loading } from '../ds/Message'
import { editorMessages } from '../messages/editor'
import { useTime } from '../time/use-time'
import { ScrolledFrame } from '../viewer/DocumentFrame'
import type { DocumentContent } from './content'
import type { Conflict } from './saving/autosave'
import { draftPath } from './saving/sendDraft'
import { compareDocuments } from './versions/difference'
import { DifferenceView } from './versions/DifferenceView'

const text = editorMessages.conflict

interface ConflictDialogProps {
  processId: string
  documentId: string
  conflict: Conflict
  mine: () => DocumentContent
  onKeepMine: () => void
  onOpenSaved: () => void
  onCopy: () => void
  /** Deciding later: the text stays on this computer and nothing is sent meanwhile. */
  onPostpone: () => void
}

/** Somebody saved first: nothing is overwritten until the person chooses, and neither text is lost. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { conflict, onKeepMine, onOpenSaved, onCopy, onPostpone } = props
  const [viewing, setViewing] = useState(false)
  const time = useTime()
  const actions = (
    <>
      <Button onClick={onCopy}>{text.copy}</Button>
      {viewing ? (
        <Button look="secondary" onClick={onOpenSaved} aria-description={text.discardHint}>
          {text.discard}
        </Button>
      ) : (
        <Button look="secondary" onClick={() => setViewing(true)}>
          {text.view}
        </Button>
      )}
      <Button look="primary" onClick={onKeepMine}>
        {text.keep}
      </Button>
    </>
  )
  return (
    <Dialog title={text.title} wide={viewing} onClose={onPostpone} actions={actions}>
      <p>{text.text(conflict.editedBy || text.someone, time.instant(conflict.editedAt))}</p>
      <p className="muted small">{viewing ? text.discardHint : text.keepHint}</p>
      {viewing ? <SavedVersion {...props} /> : null}
    </Dialog>
  )
}

function SavedVersion({ processId, documentId, conflict, mine }: ConflictDialogProps) {
  const saved = useQuery({
    queryKey: ['conflict', documentId, conflict.revision],
    queryFn: ({ signal }) => api.get<DocumentDetail>(draftPath(processId, documentId), { signal }),
  })
  const [written] = useState(mine)
  const blocks = useMemo(
    () => (saved.data?.content ? compareDocuments(saved.data.content as DocumentContent, written) : null),
    [saved.data, written],
  )
  return (
    <>
      {saved.isPending ? <Loading /> : null}
      <ErrorMessage error={saved.error} onRetry={() => void saved.refetch()} />
      {blocks ? (
        <details>
          <summary>{text.differences}</summary>
          <DifferenceView blocks={blocks} />
        </details>
      ) : null}
      {saved.data?.html ? <ScrolledFrame html={saved.data.html} title={text.savedVersion} /> : null}
    </>
  )
}
