import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { LifeActions } from '../life/LifeActions'
import { favouriteMessages } from '../messages/authoring'
import { includeMessages } from '../messages/blocks'
import { viewerMessages as text } from '../messages/viewer'
import { useShortcuts } from '../shell/shortcuts'
import { AuthenticateAction } from './AuthenticateAction'
import { downloadFile } from './fileAddress'
import { openPdf } from './openPdf'

const IncludeDialog = lazy(() => import('../blocks/IncludeDialog'))
const FavouriteDialog = lazy(() => import('../favourites/FavouriteDialog'))
const SignDialog = lazy(async () => ({ default: (await import('../signing/SignDialog')).SignDialog }))

interface DocumentActionsProps {
  processId: string
  document: DocumentDetail
  onChanged: () => void
  onCancel?: (document: DocumentDetail) => void
  onDelete?: (document: DocumentDetail) => void
}

/** Only the acts that apply now; one that is refused stays readable with its reason. */
export function DocumentActions({ processId, document, onChanged, onCancel, onDelete }: DocumentActionsProps) {
  const [signing, setSigning] = useState(false)
  const [including, setIncluding] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const navigate = useNavigate()
  const allowed = (action: string) => document.actions[action]?.allowed ?? false
  useShortcuts({ sign: () => allowed('document.sign') && setSigning(true) })
  const params = { processId, documentId: document.id }
  const edit = () => void navigate({ to: '/processo/$processId/documento/$documentId/editar', params })
  const change = () => void navigate({ to: '/processo/$processId/documento/$documentId/alterar', params })
  const readable = document.content_visible && document.state !== 'cancelled'
  return (
    <div className="row document-actions" role="group" aria-label={text.actions}>
      {allowed('document.edit') && document.kind === 'authored' ? (
        <Button small look="primary" onClick={edit}>
          {text.edit}
        </Button>
      ) : null}
      {allowed('document.sign') ? (
        <Button small look="secondary" onClick={() => setSigning(true)}>
          {text.sign}
        </Button>
      ) : null}
      <AuthenticateAction processId={processId} document={document} onChanged={onChanged} />
      {readable && document.kind !== 'uploaded' ? <PdfButton processId={processId} documentId={document.id} /> : null}
      {readable && document.kind === 'uploaded' ? (
        <DownloadButton processId={processId} documentId={document.id} />
      ) : null}
      {allowed('document.edit_metadata') && document.kind !== 'mailed' ? (
        <Button small look="secondary" onClick={change}>
          {text.change}
        </Button>
      ) : null}
      {allowed('block.include_document') ? (
        <Button small look="secondary" onClick={() => setIncluding(true)}>
          {includeMessages.act}
        </Button>
      ) : null}
      {readable ? (
        <Button small look="secondary" onClick={() => setKeeping(true)}>
          {favouriteMessages.act}
        </Button>
      ) : null}
      <LifeActions processId={processId} document={document} onChanged={onChanged} />
      {onDelete && allowed('document.delete') ? (
        <Button small look="danger" onClick={() => onDelete(document)}>
          {text.delete}
        </Button>
      ) : null}
      {onCancel && allowed('document.cancel') ? (
        <Button small look="danger" onClick={() => onCancel(document)}>
          {text.cancel}
        </Button>
      ) : null}
      {including ? (
        <Suspense fallback={null}>
          <IncludeDialog
            title={includeMessages.titleDocument(`${document.title} (${document.number})`)}
            process={processId}
            document={document.id}
            onClose={() => setIncluding(false)}
          />
        </Suspense>
      ) : null}
      {keeping ? (
        <Suspense fallback={null}>
          <FavouriteDialog
            name={`${document.title} (${document.number})`}
            process={processId}
            document={document.id}
            onClose={() => setKeeping(false)}
          />
        </Suspense>
      ) : null}
      {signing ? (
        <Suspense fallback={null}>
          <SignDialog
            processId={processId}
            documents={[
              {
                id: document.id,
                number: document.number,
                title: document.title,
                digest: document.digest,
                minimum: document.minimum_signature,
              },
            ]}
            onSigned={onChanged}
            onClose={() => {
              setSigning(false)
              onChanged()
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

function PdfButton({ processId, documentId }: { processId: string; documentId: string }) {
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    await openPdf(processId, documentId)
    setBusy(false)
  }
  return (
    <Button small look="secondary" busy={busy} onClick={() => void open()}>
      {text.pdf}
    </Button>
  )
}

function DownloadButton({ processId, documentId }: { processId: string; documentId: string }) {
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    await downloadFile(processId, documentId)
    setBusy(false)
  }
  return (
    <Button small look="secondary" busy={busy} onClick={() => void download()}>
      {text.download}
    </Button>
  )
}
