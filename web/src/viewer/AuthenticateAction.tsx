import { lazy, Suspense, useState } from 'react'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { certifyingMessages as text } from '../messages/certifying'

const AuthenticateDialog = lazy(() => import('./AuthenticateDialog'))

/** The check by which the unit answers for the copy; the server asks for it too (DOC-13). */
const ADMINISTRATIVE = 'copia-autenticada-administrativamente'

interface AuthenticateActionProps {
  processId: string
  document: DocumentDetail
  onChanged: () => void
}

/** Only where there is something to authenticate. */
export function AuthenticateAction({ processId, document, onChanged }: AuthenticateActionProps) {
  const [open, setOpen] = useState(false)
  const { format, conformity_check: check } = document.metadata
  const allowed = document.actions['document.authenticate']?.allowed ?? false
  if (!allowed || format !== 'digitized' || check?.code !== ADMINISTRATIVE) return null
  return (
    <>
      <Button small look="secondary" onClick={() => setOpen(true)}>
        {text.act}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <AuthenticateDialog
            processId={processId}
            document={document}
            onDone={onChanged}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
