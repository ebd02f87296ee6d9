import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type PassageComment, passagesQuery } from '../../api/passages'
import { Button } from '../../ds/Button'
import { ErrorMessage, Loading } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { passageMessages as text } from '../../messages/passages'
import { SidePanel } from '../SidePanel'
import { useLatest } from '../useLatest'
import { goToPassage, markPassages, passageMarks, showPassages } from './marks'
import { NewPassageForm } from './NewPassageForm'
import { PassageThread } from './PassageThread'
import { type Marked, passageAt } from './written'
import './passages.css'

interface PassagesPanelProps {
  processId: string
  documentId: string
  editor: Editor
  /** Null where the person may comment; else why not. */
  refusal: string | null
  /** How often the shortcut asked to comment on what is selected. */
  asked: number
  /** Resolves true once nothing is left to save: a comment is of a text that the server has. */
  flush: () => Promise<boolean>
  onClose: () => void
}

/** What people say of passages of the text, beside it (DOC-03). */
export default function PassagesPanel(props: PassagesPanelProps) {
  const { processId, documentId, editor, refusal, asked, flush, onClose } = props
  const comments = useQuery(passagesQuery(processId, documentId))
  const items = comments.data?.items
  const [marked, setMarked] = useState<Marked | null>(null)
  useEffect(() => showPassages(editor), [editor])
  useEffect(() => {
    if (items && !editor.isDestroyed) markPassages(editor, items)
  }, [editor, items])
  const inText = useEditorState({
    editor,
    selector: ({ editor: current }) => passageMarks(current).map(({ id }) => id),
  })
  const begin = () => {
    const { from, to } = editor.state.selection
    const found = passageAt(editor.state.doc, { from, to })
    if (found) setMarked(found)
    else announce(text.nothingSelected, { tone: 'danger' })
  }
  const commenting = useLatest(refusal === null ? begin : () => undefined)
  useEffect(() => {
    if (asked > 0) commenting.current()
  }, [asked, commenting])
  const thread = (comment: PassageComment) => (
    <PassageThread
      key={comment.id}
      processId={processId}
      documentId={documentId}
      comment={comment}
      present={comment.resolved_at ? comment.span !== null : inText.includes(comment.id)}
      onGo={() => goToPassage(editor, comment.id)}
      onChanged={() => void comments.refetch()}
    />
  )
  const open = items?.filter((one) => !one.resolved_at) ?? []
  const resolved = items?.filter((one) => one.resolved_at) ?? []
  return (
    <SidePanel className="passages" title={text.title} close={text.close} onClose={onClose}>
      <p className="muted small">{text.intro}</p>
      {marked ? (
        <NewPassageForm
          processId={processId}
          documentId={documentId}
          marked={marked}
          flush={flush}
          onDone={() => {
            setMarked(null)
            void comments.refetch()
          }}
          onCancel={() => setMarked(null)}
        />
      ) : (
        <Button
          small
          look="secondary"
          unavailable={refusal}
          onMouseDown={(event) => event.preventDefault()}
          onClick={begin}
        >
          {text.comment}
        </Button>
      )}
      {comments.isPending ? <Loading label={text.loading} /> : null}
      <ErrorMessage error={items ? null : comments.error} onRetry={() => void comments.refetch()} />
      {items?.length === 0 && !marked ? (
        <p className="muted">
          {text.empty} {refusal ? null : text.emptyHow}
        </p>
      ) : null}
      <ol className="passages-list">{open.map(thread)}</ol>
      {resolved.length > 0 ? (
        <details>
          <summary>{text.resolvedList(resolved.length)}</summary>
          <ol className="passages-list">{resolved.map(thread)}</ol>
        </details>
      ) : null}
    </SidePanel>
  )
}
