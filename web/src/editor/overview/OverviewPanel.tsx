import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { checksQuery, type Finding } from '../../api/documents'
import { Button } from '../../ds/Button'
import { ErrorMessage, Loading } from '../../ds/Message'
import { textOverviewMessages as text } from '../../messages/overview'
import { sentenceOf } from '../../signing/findings'
import { goTo } from '../goTo'
import { headingsOf } from '../schema/contents'
import { SidePanel } from '../SidePanel'
import { countWords, placeOf } from './found'
import './overview.css'

interface OverviewPanelProps {
  processId: string
  documentId: string
  editor: Editor
  /** What was saved last; each is checked again. */
  revision: string
  /** Saves what is written, which is what is checked. */
  flush: () => Promise<boolean>
  onClose: () => void
}

/** What the text lacks, one press from its place, and its headings, to move about by (DOC-03). */
export default function OverviewPanel({ processId, documentId, editor, revision, flush, onClose }: OverviewPanelProps) {
  useEffect(() => void flush(), [flush])
  const headings = useEditorState({ editor, selector: ({ editor: { state } }) => headingsOf(state.doc) })
  const words = useEditorState({ editor, selector: ({ editor: { state } }) => countWords(state.doc) })
  return (
    <SidePanel className="overview" title={text.title} close={text.close} onClose={onClose}>
      <p className="muted small">{text.words(words)}</p>
      <h3>{text.lacks}</h3>
      <Findings processId={processId} documentId={documentId} editor={editor} revision={revision} />
      <h3>{text.outline}</h3>
      {headings.length === 0 ? <p className="muted small">{text.noHeadings}</p> : null}
      <ul className="overview-list">
        {headings.map(({ level, words: said, position }) => (
          <li key={position} className={`contents-${String(level)}`}>
            <button
              type="button"
              className="overview-place"
              onClick={() => goTo(editor, TextSelection.create(editor.state.doc, position + 1))}
            >
              {said}
            </button>
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}

type FindingsProps = Omit<OverviewPanelProps, 'flush' | 'onClose'>

function Findings({ processId, documentId, editor, revision }: FindingsProps) {
  const query = checksQuery(processId, documentId)
  const { data, error, refetch } = useQuery({
    ...query,
    queryKey: [...query.queryKey, revision],
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading label={text.loading} />
  if (data.length === 0) return <p className="small">{text.nothing}</p>
  return (
    <ul className="overview-list">
      {data.map((finding) => (
        <li key={finding.kind + finding.text}>
          <p className="small">{sentenceOf(finding)}</p>
          {placeOf(editor.state.doc, finding) ? <PlaceButton editor={editor} finding={finding} /> : null}
        </li>
      ))}
    </ul>
  )
}

function PlaceButton({ editor, finding }: { editor: Editor; finding: Finding }) {
  const go = () => {
    // The text may have moved since the button was drawn.
    const place = placeOf(editor.state.doc, finding)
    if (place) goTo(editor, place)
  }
  return (
    <Button small look="secondary" aria-label={text.goToLabel(sentenceOf(finding))} onClick={go}>
      {text.goTo}
    </Button>
  )
}
