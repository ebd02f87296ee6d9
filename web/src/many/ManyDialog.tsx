import type { ReactNode } from 'react'
import type { DocumentsAct } from '../api/jobs'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { manyDocuments as text } from '../messages/many-documents'
import { startOnDocuments, type ChosenDocument, type ManyAct } from './documents'

export interface ManyDialogProps {
  chosen: ChosenDocument[]
  onClose: () => void
  /** It was asked for. */
  onDone: () => void
}

interface OrderProps extends ManyDialogProps {
  act: ManyAct
  /** The form as the act takes it; null when a field says what is missing. */
  form: () => object | null | Promise<object | null>
  children?: ReactNode
}

/** What is not undone by a click. */
const GRAVE = new Set<ManyAct>(['cancel', 'delete', 'move', 'lock'])
const ORDERED: Partial<Record<ManyAct, DocumentsAct>> = { access: 'metadata', data: 'metadata' }

/** One act on many documents, asked for as a job: the result of each is shown as it comes. */
export function ManyDialog({ act, chosen, form, onClose, onDone, children }: OrderProps) {
  const order = useAct((filled: object, key) => startOnDocuments(ORDERED[act] ?? (act as DocumentsAct), filled, chosen, key), {
    onDone: () => {
      onClose()
      onDone()
    },
  })
  const submit = async () => {
    const filled = await form()
    if (filled) await order.run(filled)
  }
  return (
    <FormDialog
      title={text.title[act](chosen.length, chosen[0]?.name ?? '')}
      confirm={text.confirm[act]}
      confirmLook={GRAVE.has(act) ? 'danger' : 'primary'}
      busy={order.busy}
      onClose={onClose}
      onSubmit={() => void submit()}
      {...(act === 'cancel' ? { giveUp: text.giveUp } : {})}
    >
      {children}
      <ErrorMessage error={order.error} />
    </FormDialog>
  )
}
