import { useState } from 'react'
import { changeBlockGroup, createBlockGroup, refreshBlockGroups, type BlockGroup } from '../api/block-groups'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { blockGroupMessages as text } from '../messages/block-groups'

interface BlockGroupDialogProps {
  /** The group to rename; none makes a new one. */
  group?: BlockGroup
  onClose: () => void
}

/** The name of a group of blocks (BLO-04). */
export default function BlockGroupDialog({ group, onClose }: BlockGroupDialogProps) {
  const [name, setName] = useState(group?.name ?? '')
  const [checked, setChecked] = useState(false)
  const save = useAct(
    (wanted: string, key) =>
      group ? changeBlockGroup(group, { name: wanted, active: group.active }, key) : createBlockGroup(wanted, key),
    {
      onDone: async (_, wanted) => {
        announce(group ? text.saved(wanted) : text.created(wanted))
        onClose()
        await refreshBlockGroups()
      },
    },
  )
  const submit = () => {
    setChecked(true)
    if (name.trim()) void save.run(name.trim())
  }
  return (
    <FormDialog
      title={group ? text.editTitle(group.name) : text.createTitle}
      confirm={group ? text.confirmEdit : text.confirmCreate}
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={text.name}
        required
        maxLength={100}
        value={name}
        onChange={setName}
        // The dialog was opened to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        error={checked && !name.trim() ? text.nameMissing : save.field('name')}
      />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
