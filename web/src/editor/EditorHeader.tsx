import { lazy, Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { refreshProcess } from '../api/processes'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { besideMessages } from '../messages/beside'
import { editorMessages } from '../messages/editor'
import { textOverviewMessages } from '../messages/overview'
import { passageMessages } from '../messages/passages'
import { documentStateName } from '../messages/terms'
import { useTime } from '../time/use-time'
import { openPdf } from '../viewer/openPdf'
import type { SaveState } from './saving/autosave'
import type { Autosave } from './saving/useAutosave'

const SignDialog = lazy(async () => ({ default: (await import('../signing/SignDialog')).SignDialog }))

export type EditorPanel = 'versions' | 'passages' | 'overview'

interface EditorHeaderProps {
  processId: string
  document: DocumentDetail
  autosave: Autosave
  editable: boolean
  panel: EditorPanel | null
  onPanel: (wanted: EditorPanel) => void
  reads: boolean
  onRead: () => void
  /** How many are open; null for who reads none. */
  comments: number | null
}

function useSavingSentence(state: SaveState): string {
  const time = useTime()
  const { saving } = editorMessages
  if (state.phase === 'saved') return state.savedAt ? saving.saved(time.short(state.savedAt)) : saving.opened
  return saving[state.phase]
}

/** Title, state of saving and the acts on the whole document. */
export function EditorHeader({
  processId,
  document,
  autosave,
  editable,
  panel,
  onPanel,
  reads,
  onRead,
  comments,
}: EditorHeaderProps) {
  const { state, dispatch, flush, digest } = autosave
  const sentence = useSavingSentence(state)
  const navigate = useNavigate()
  const [signing, setSigning] = useState(false)
  const sign = document.actions['document.sign']
  const back = () =>
    void navigate({ to: '/processo/$processId/documento/$documentId', params: { processId, documentId: document.id } })
  const startSigning = async () => {
    if (await flush()) setSigning(true)
    else announce(editorMessages.versions.saveFirst, { tone: 'danger' })
  }
  return (
    <div className="editor-head">
      <div className="editor-title">
        <h1>{editorMessages.heading(document.title, document.number)}</h1>
        <Tag tone={document.state === 'signed' ? 'success' : 'warning'}>{documentStateName[document.state]}</Tag>
        <span className={`saving-state saving-state-${state.phase}`} role="status">
          {sentence}
        </span>
      </div>
      <div className="row">
        <Button onClick={back}>{editorMessages.backToProcess}</Button>
        <Button aria-expanded={reads} aria-keyshortcuts="Control+Alt+L" onClick={onRead}>
          {besideMessages.open}
        </Button>
        <Button aria-expanded={panel === 'versions'} onClick={() => onPanel('versions')}>
          {editorMessages.versions.open}
        </Button>
        {comments === null ? null : (
          <Button
            aria-expanded={panel === 'passages'}
            aria-keyshortcuts="Control+Alt+M"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPanel('passages')}
          >
            {passageMessages.open(comments)}
          </Button>
        )}
        {editable ? (
          <Button
            aria-expanded={panel === 'overview'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPanel('overview')}
          >
            {textOverviewMessages.open}
          </Button>
        ) : null}
        <PreviewButton processId={processId} documentId={document.id} flush={flush} />
        {editable ? (
          <Button
            look="secondary"
            aria-keyshortcuts="Control+S"
            busy={state.phase === 'saving' && state.explicit}
            onClick={() => dispatch({ type: 'save_requested', explicit: true })}
          >
            {editorMessages.saving.save}
          </Button>
        ) : null}
        <Button
          look="primary"
          unavailable={sign && !sign.allowed ? (sign.reason ?? editorMessages.notEditable) : null}
          onClick={() => void startSigning()}
        >
          {editorMessages.sign}
        </Button>
      </div>
      {signing ? (
        <Suspense fallback={null}>
          <SignDialog
            processId={processId}
            documents={[
              { id: document.id, number: document.number, title: document.title, digest, minimum: document.minimum_signature },
            ]}
            onClose={() => setSigning(false)}
            onSigned={() => void refreshProcess(processId).then(back)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

interface PreviewButtonProps {
  processId: string
  documentId: string
  flush: () => Promise<boolean>
}

function PreviewButton({ processId, documentId, flush }: PreviewButtonProps) {
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    await openPdf(processId, documentId, flush)
    setBusy(false)
  }
  return (
    <Button busy={busy} onClick={() => void open()}>
      {editorMessages.preview}
    </Button>
  )
}
