import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { passagesQuery } from '../api/passages'
import type { DocumentDetail } from '../api/types'
import { Loading, Message } from '../ds/Message'
import { editorMessages } from '../messages/editor'
import { useInAddress } from '../shell/in-address'
import { copyText } from './clipboard'
import { ConflictDialog } from './ConflictDialog'
import { contentText, type DocumentContent, toContent } from './content'
import { EditorHeader, type EditorPanel } from './EditorHeader'
import { FindBar } from './FindBar'
import { openAlbum } from './images/album'
import { type Asking, characterTyped, InsertDialogs } from './InsertDialogs'
import { focusToolbar } from './RovingToolbar'
import { RecoveredBanner, SavingBanners } from './SavingBanners'
import type { Conflict } from './saving/autosave'
import { LockBanner } from './lock/LockBanner'
import type { EditLock } from './lock/useEditLock'
import { useCitations } from './useCitations'
import { DraftKey } from './saving/draftKey'
import { firstEditablePosition } from './schema/lockedSections'
import { useAutosave } from './saving/useAutosave'
import { useRecoveredCopy } from './saving/useRecoveredCopy'
import { usePaperView } from './paperView'
import { TextPlace } from './TextPlace'
import { Toolbar } from './Toolbar'
import { useDocumentEditor } from './useDocumentEditor'
import { useEditorShortcuts } from './useEditorShortcuts'
import { VersionsPanel } from './versions/VersionsPanel'

const PassagesPanel = lazy(() => import('./passages/PassagesPanel'))
const OverviewPanel = lazy(() => import('./overview/OverviewPanel'))

interface EditorScreenProps {
  processId: string
  document: DocumentDetail
  content: DocumentContent
  user: string
  lock: EditLock
  reads: boolean
  onRead: () => void
  /** Reads the document again from the server and starts over with it. */
  onReload: () => void
}

function refusalOf(decision: DocumentDetail['actions'][string] | undefined): string | null {
  return decision?.allowed ? null : (decision?.reason ?? editorMessages.notEditable)
}

const PANELS: Record<EditorPanel, string> = { passages: 'comentarios', versions: 'versoes', overview: 'conferencia' }

/** What stands open beside the text, as the address says it. */
function usePanel(): [EditorPanel | null, (panel: EditorPanel | null) => void] {
  const [said, say] = useInAddress('painel')
  const shown = (Object.keys(PANELS) as EditorPanel[]).find((panel) => PANELS[panel] === said) ?? null
  return [shown, (panel) => say(panel ? PANELS[panel] : '')]
}

export function EditorScreen({ processId, document, content, user, lock, reads, onRead, onReload }: EditorScreenProps) {
  // First the text is taken apart, then all is drawn a piece at a time: at once, a weak phone would stand still meanwhile.
  const drawn = useDeferredValue(true, false)
  const [asking, setAsking] = useState<Asking>(null)
  const [panel, setPanel] = usePanel()
  const [view, setView] = usePaperView()
  const [commentings, setCommentings] = useState(0)
  const showsComments = document.actions['document.list_passages']?.allowed === true
  const comments = useQuery({ ...passagesQuery(processId, document.id), enabled: showsComments && drawn })
  const [postponed, setPostponed] = useState<Conflict | null>(null)
  const [safe] = useState(() => new DraftKey())
  const [album] = useState(() => openAlbum(processId, document.id))
  useEffect(() => album.close, [album])
  const toolbar = useRef<HTMLDivElement>(null)
  const current = useRef<DocumentContent>(content)
  const allowed = document.actions['document.edit']?.allowed !== false
  const editable = allowed && lock.holder === null
  const reason = document.actions['document.edit']?.reason

  const autosave = useAutosave({
    process: processId,
    document: document.id,
    user,
    safe,
    revision: document.revision,
    digest: document.digest,
    read: () => current.current,
  })
  const { state, dispatch } = autosave
  const editor = useDocumentEditor({
    content,
    label: editorMessages.textLabel(document.title),
    editable,
    onChanged: () => {
      current.current = toContent(editor.getJSON())
      dispatch({ type: 'changed' })
    },
    onBlur: () => dispatch({ type: 'save_requested', explicit: false }),
    onReferenceRequested: () => setAsking('typed-reference'),
    onTextRequested: () => setAsking('typed-text'),
    onMentionRequested: () => setAsking('typed-mention'),
    album,
    onImage: (file) => setAsking({ image: file }),
    onNote: () => setAsking('note'),
  })
  useEffect(() => {
    // What was written until now goes out before the text is only to be read.
    if (editor.isEditable && !editable) dispatch({ type: 'save_requested', explicit: false })
    if (editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable, dispatch])
  useEffect(() => {
    const position = drawn && editor.isEditable ? firstEditablePosition(editor.state.doc) : null
    if (position !== null) editor.commands.focus(position)
  }, [editor, drawn])
  // Asked for before anybody can write: the first words typed are kept already.
  useEffect(() => void safe.key().catch(() => undefined), [safe])
  const recovered = useRecoveredCopy({ editor, user, safe, document, content })
  useCitations(editor, processId, document.id)
  useEditorShortcuts({
    onSave: () => dispatch({ type: 'save_requested', explicit: true }),
    onFind: () => setAsking('find'),
    onLink: () => setAsking('link'),
    onToolbar: () => focusToolbar(toolbar.current),
    onComment: () => {
      if (!showsComments) return
      setPanel('passages')
      setCommentings((count) => count + 1)
    },
  })

  const copyMine = useCallback(() => copyText(contentText(current.current)), [])
  const close = () => {
    const typed = characterTyped(asking)
    setAsking(null)
    setTimeout(() => (typed ? editor.chain().focus().insertContent(typed).run() : editor.commands.focus()))
  }
  if (!drawn) return <Loading label={editorMessages.loading} />
  return (
    <div className="editor-page">
      <div className="editor-bars">
        <EditorHeader
          processId={processId}
          document={document}
          autosave={autosave}
          editable={editable}
          panel={panel}
          onPanel={(wanted) => setPanel(panel === wanted ? null : wanted)}
          reads={reads}
          onRead={onRead}
          comments={showsComments ? (comments.data?.items.filter((one) => !one.resolved_at).length ?? 0) : null}
        />
        {editable ? (
          <Toolbar
            editor={editor}
            ref={toolbar}
            view={view}
            onView={setView}
            onLink={() => setAsking('link')}
            onReference={() => setAsking('reference')}
            onFind={() => setAsking('find')}
            onText={() => setAsking('text')}
            onMention={() => setAsking('mention')}
            onImage={() => setAsking({ image: null })}
            onNote={() => setAsking('note')}
            onPlace={() => setAsking('place')}
          />
        ) : allowed ? null : (
          <Message tone="info">{reason ?? editorMessages.notEditable}</Message>
        )}
        <LockBanner lock={lock} />
        {asking === 'find' ? <FindBar editor={editor} onClose={close} /> : null}
        <SavingBanners state={state} dispatch={dispatch} onCopy={copyMine} onResolve={() => setPostponed(null)} />
        {recovered.copy ? <RecoveredBanner {...recovered.banner} copy={recovered.copy} /> : null}
        {document.state === 'signed' && editable ? (
          <Message tone="warning">{editorMessages.signedWarning}</Message>
        ) : null}
      </div>
      <div className="editor-desk">
        <div className={`editor-scroll ${view}-view`}>
          <TextPlace editor={editor} />
          <p className="editor-help">{editorMessages.help}</p>
        </div>
        {panel === 'passages' && showsComments ? (
          <Suspense fallback={<Loading label={editorMessages.loading} />}>
            <PassagesPanel
              processId={processId}
              documentId={document.id}
              editor={editor}
              refusal={refusalOf(document.actions['document.comment_passage'])}
              asked={commentings}
              flush={autosave.flush}
              onClose={() => setPanel(null)}
            />
          </Suspense>
        ) : null}
        {panel === 'overview' && editable ? (
          <Suspense fallback={<Loading label={editorMessages.loading} />}>
            <OverviewPanel
              processId={processId}
              documentId={document.id}
              editor={editor}
              revision={state.revision}
              flush={autosave.flush}
              onClose={() => setPanel(null)}
            />
          </Suspense>
        ) : null}
        {panel === 'versions' ? (
          <VersionsPanel
            processId={processId}
            documentId={document.id}
            revision={state.revision}
            flush={autosave.flush}
            onRestored={onReload}
            onClose={() => setPanel(null)}
          />
        ) : null}
      </div>
      <InsertDialogs
        asking={asking}
        editor={editor}
        album={album}
        documentId={document.id}
        onDone={() => setAsking(null)}
        onClose={close}
      />
      {state.phase === 'conflict' && state.conflict && state.conflict !== postponed ? (
        <ConflictDialog
          processId={processId}
          documentId={document.id}
          conflict={state.conflict}
          mine={() => current.current}
          onKeepMine={() => dispatch({ type: 'keep_mine' })}
          onOpenSaved={() => {
            dispatch({ type: 'reloaded', revision: state.conflict?.revision ?? document.revision })
            onReload()
          }}
          onCopy={copyMine}
          onPostpone={() => setPostponed(state.conflict)}
        />
      ) : null}
    </div>
  )
}
