import { confirmErasure, erasuresKey, type Erasure } from '../api/erasure'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { erasureMessages as text } from '../messages/erasure'

/** The second person's word: from here on it is done. */
export default function ConfirmDialog({ request, onClose }: { request: Erasure; onClose: () => void }) {
  const confirm = useAct(confirmErasure, {
    onDone: async () => {
      announce(text.begun)
      onClose()
      await queryClient.invalidateQueries({ queryKey: erasuresKey })
    },
  })
  return (
    <FormDialog
      title={text.confirmTitle}
      confirm={text.confirm}
      confirmLook="danger"
      busy={confirm.busy}
      onClose={onClose}
      onSubmit={() => void confirm.run(request.id)}
    >
      <p>{text.requestOf(request.name)}</p>
      <p>{text.confirmText}</p>
      <ErrorMessage error={confirm.error} />
    </FormDialog>
  )
}
