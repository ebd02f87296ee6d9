import type { ReactNode } from 'react'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'

/** The form as the act takes it; null when a field says what is missing. */
export type AskForm = () => object | null | Promise<object | null>

interface JobDialogProps {
  title: string
  confirm: string
  /** What is not undone by a click. */
  grave: boolean
  giveUp?: string
  form: AskForm
  start: (filled: object, key: string) => Promise<void>
  onClose: () => void
  /** It was asked for. */
  onDone: () => void
  children?: ReactNode
}

/** One act on many, asked for as a job: the result of each is shown as it comes. */
export function JobDialog({ title, confirm, grave, giveUp, form, start, onClose, onDone, children }: JobDialogProps) {
  const order = useAct(start, {
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
      title={title}
      confirm={confirm}
      confirmLook={grave ? 'danger' : 'primary'}
      busy={order.busy}
      onClose={onClose}
      onSubmit={() => void submit()}
      {...(giveUp ? { giveUp } : {})}
    >
      {children}
      <ErrorMessage error={order.error} />
    </FormDialog>
  )
}
