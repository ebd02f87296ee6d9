import { api } from '../api/client'
import type { DocumentDetail } from '../api/types'
import { useAct } from '../api/use-act'
import { announce } from '../ds/toast'
import { certifyingMessages as text } from '../messages/certifying'
import { CertifyForm, type CertifyWords } from '../signing/CertifyForm'

interface AuthenticateDialogProps {
  processId: string
  document: DocumentDetail
  onDone: () => void
  onClose: () => void
}

/** The password is bound to the file that was read (DOC-13). */
export default function AuthenticateDialog({ processId, document, onDone, onClose }: AuthenticateDialogProps) {
  const path = `/processes/${encodeURIComponent(processId)}/documents/${encodeURIComponent(document.id)}/authentications`
  const certify = useAct(
    (words: CertifyWords, idempotencyKey) => api.post(path, { ...words, digest: document.digest }, { idempotencyKey }),
    {
      onDone: () => {
        announce(text.done)
        onDone()
        onClose()
      },
    },
  )
  return (
    <CertifyForm title={text.title} confirm={text.confirm} act={certify} onClose={onClose}>
      <p>
        <strong>{document.title}</strong> {document.number}
      </p>
    </CertifyForm>
  )
}
