import type { ReactNode } from 'react'
import type { BulkOrder } from '../api/jobs'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { moreMessages as text } from '../messages/bulk-dialogs'
import type { MoreAct, MoreDialogProps } from './more'
import { startBulk } from './start'

interface OrderDialogProps extends MoreDialogProps {
  act: MoreAct
  /** The form as the act takes it; null when a field says what is missing. */
  form: () => Record<string, unknown> | null | Promise<Record<string, unknown> | null>
  children?: ReactNode
}

/** What is not undone by a click. */
const GRAVE = new Set<MoreAct>(['lock', 'delete', 'withdraw_return', 'cancel_flow'])

/** One act of the menu "Mais", asked for as a job: the result of each process is shown as it comes. */
export function OrderDialog({ act, targets, form, onClose, onDone, children }: OrderDialogProps) {
  const order = useAct((wanted: BulkOrder, key) => startBulk(wanted, targets.map((target) => target.id), key), {
    onDone: () => {
      onClose()
      onDone()
    },
  })
  const submit = async () => {
    const filled = await form()
    if (filled) await order.run({ act, form: filled })
  }
  return (
    <FormDialog
      title={text.title[act](targets.length, targets[0]?.nup ?? '')}
      confirm={text.confirm[act]}
      confirmLook={GRAVE.has(act) ? 'danger' : 'primary'}
      busy={order.busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {children}
      <ErrorMessage error={order.error} />
    </FormDialog>
  )
}
