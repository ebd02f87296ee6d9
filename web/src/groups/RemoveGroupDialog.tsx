import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'

interface RemoveGroupDialogProps<Group> {
  group: Group
  text: { removeTitle: (name: string) => string; removeConfirm: string; removeText: string; removed: (name: string) => string }
  send: (group: Group, key: string) => Promise<unknown>
  onGone: () => Promise<unknown>
  onClose: () => void
}

/** Asks before a group is deleted (CON-02, BLO-04). */
export function RemoveGroupDialog<Group extends { name: string }>(props: RemoveGroupDialogProps<Group>) {
  const { group, text, send, onGone, onClose } = props
  const remove = useAct(send, {
    onDone: async () => {
      announce(text.removed(group.name))
      onClose()
      await onGone()
    },
  })
  return (
    <FormDialog
      title={text.removeTitle(group.name)}
      confirm={text.removeConfirm}
      confirmLook="danger"
      busy={remove.busy}
      onClose={onClose}
      onSubmit={() => void remove.run(group)}
    >
      <p>{text.removeText}</p>
      <ErrorMessage error={remove.error} />
    </FormDialog>
  )
}
