import { useNavigate } from '@tanstack/react-router'
import type { Target } from '../../acts/use-bulk'
import { refreshInbox } from '../../api/inbox'
import { deleteProcess, processKey } from '../../api/processes'
import { queryClient } from '../../api/query-client'
import { useAct } from '../../api/use-act'
import { FormDialog } from '../../ds/Dialog'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { processMessages as text } from '../../messages/process'

/** Delete a process that never had documents (PRO-15). */
export default function DeleteProcessDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const navigate = useNavigate()
  const remove = useAct((id: string, key) => deleteProcess(id, key), {
    onDone: async () => {
      announce(text.deleted(target.nup))
      onClose()
      await navigate({ to: '/caixa' })
      queryClient.removeQueries({ queryKey: processKey(target.id) })
      await refreshInbox()
    },
  })
  return (
    <FormDialog
      title={text.deleteTitle(target.nup)}
      confirm={text.deleteConfirm}
      confirmLook="danger"
      busy={remove.busy}
      onClose={onClose}
      onSubmit={() => void remove.run(target.id)}
    >
      <p>{text.deleteText}</p>
      <ErrorMessage error={remove.error} />
    </FormDialog>
  )
}
