import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { announceWithUndo } from '../../acts/undo'
import { cancelDocument, deleteDocument } from '../../api/documents'
import { restoreDocument } from '../../api/life'
import { refreshProcess } from '../../api/processes'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../ds/Dialog'
import { TextArea } from '../../ds/Field'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { dialogMessages as text } from '../../messages/process'

export interface DocumentDialogProps {
  process: string
  document: string
  /** How the document is called on the screen, e.g. "Despacho 10200123". */
  name: string
  onClose: () => void
}

/** Cancel keeps the number in the tree and takes the content away, with a reason (DOC-17). */
export function CancelDocumentDialog({ process, document, name, onClose }: DocumentDialogProps) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const cancel = useAct((why: string, key) => cancelDocument(process, document, why, key), {
    onDone: async () => {
      announce(text.cancelDone)
      onClose()
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={text.cancelTitle(name)}
      confirm={text.cancelConfirm}
      giveUp={text.giveUp}
      confirmLook="danger"
      busy={cancel.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (reason.trim()) void cancel.run(reason.trim())
      }}
    >
      <p>{text.cancelText}</p>
      <TextArea
        label={text.cancelReason}
        required
        autoFocus
        value={reason}
        onChange={setReason}
        error={cancel.field('reason') ?? (checked && !reason.trim() ? text.cancelMissing : undefined)}
      />
      <ErrorMessage error={cancel.error} />
    </FormDialog>
  )
}

/** Delete takes the document out of the tree; possible only while no other unit has seen it (DOC-17). */
export function DeleteDocumentDialog({ process, document, name, onClose }: DocumentDialogProps) {
  const navigate = useNavigate()
  const remove = useAct((id: string, key) => deleteDocument(process, id, key), {
    onDone: async () => {
      announceWithUndo(text.deleteDone, async (key) => {
        await restoreDocument(process, document, key)
        await refreshProcess(process)
      })
      onClose()
      await navigate({ to: '/processo/$processId', params: { processId: process }, search: (now) => now })
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={text.deleteTitle(name)}
      confirm={text.deleteConfirm}
      confirmLook="danger"
      busy={remove.busy}
      onClose={onClose}
      onSubmit={() => void remove.run(document)}
    >
      <p>{text.deleteText}</p>
      <ErrorMessage error={remove.error} />
    </FormDialog>
  )
}
