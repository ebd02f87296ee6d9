import { moreMessages as text } from '../messages/bulk-dialogs'
import { flowMessages } from '../messages/flows'
import type { MoreDialogProps } from './more'
import { OrderDialog } from './OrderDialog'

const WHAT_COMES = {
  acknowledge: text.acknowledgeText,
  unlock: text.unlockText,
  undo_sending: text.undoSendingText,
  withdraw_return: text.withdrawText,
  resume_flow: flowMessages.resumeText,
  delete: text.deleteText,
}

/** An act that needs nothing but a yes, with what will come of it. */
export function AskManyDialog({ act, ...props }: MoreDialogProps & { act: keyof typeof WHAT_COMES }) {
  return (
    <OrderDialog act={act} form={() => ({})} {...props}>
      <p>{WHAT_COMES[act]}</p>
    </OrderDialog>
  )
}
