import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { api } from '../api/client'
import { sentenceForError } from '../api/problem'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { announce } from '../ds/toast'
import { viewerMessages as text } from '../messages/viewer'
import { openPdf } from './openPdf'

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
  const navigate = useNavigate()
  const allowed = (action: string) => document.actions[action]?.allowed ?? false
  const edit = () =>
    void navigate({
      to: '/processo/$processId/documento/$documentId/editar',
      params: { processId, documentId: document.id },
    })
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
      {readable && document.kind === 'authored' ? <PdfButton processId={processId} documentId={document.id} /> : null}
      {readable && document.kind === 'uploaded' ? (
        <Button small look="secondary" onClick={() => void downloadFile(processId, document.id)}>
          {text.download}
        </Button>
      ) : null}
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
      {signing ? (
        <Suspense fallback={null}>
          <SignDialog
            processId={processId}
            documents={[{ id: document.id, number: document.number, title: document.title, digest: document.digest }]}
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

export interface FileAddress {
  url: string
  file_name: string
  media_type: string
  expires_at: string
}

export function fileAddress(process: string, document: string, signal?: AbortSignal): Promise<FileAddress> {
  const path = `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/file`
  return api.get<FileAddress>(path, signal ? { signal } : {})
}

export async function downloadFile(process: string, document: string): Promise<void> {
  try {
    const { url, file_name: name } = await fileAddress(process, document)
    const link = window.document.createElement('a')
    link.href = url
    link.download = name
    link.rel = 'noopener'
    link.click()
  } catch (error) {
    announce(sentenceForError(error), { tone: 'danger' })
  }
}
