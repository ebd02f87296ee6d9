import { useState } from 'react'
import { UnitsField } from '../acts/UnitsField'
import { changeGroup, createGroup, refreshGroups, type GroupInput, type SendingGroup } from '../api/groups'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import type { ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { groupMessages as text } from '../messages/groups'

const MAXIMUM_NAME = 100

interface GroupDialogProps {
  /** The group to change; none makes a new one. */
  group?: SendingGroup
  institutional: boolean
  onClose: () => void
}

/** Name and units of a sending group (CON-02). */
export default function GroupDialog({ group, institutional, onClose }: GroupDialogProps) {
  const { unit } = useMe()
  const [name, setName] = useState(group?.name ?? '')
  const [units, setUnits] = useState<ComboOption[]>(
    group?.units.filter((one) => one.receives).map((one) => ({ id: one.id, label: one.acronym })) ?? [],
  )
  const [checked, setChecked] = useState(false)
  const save = useAct(
    (input: GroupInput, key) => (group ? changeGroup(group, input, key) : createGroup(input, institutional, key)),
    {
      onDone: async (_, input) => {
        announce(group ? text.saved(input.name) : text.created(input.name))
        onClose()
        await refreshGroups(unit.id)
      },
    },
  )
  const submit = () => {
    setChecked(true)
    if (name.trim() && units.length > 0) void save.run({ name: name.trim(), units: units.map((one) => one.id) })
  }
  return (
    <FormDialog
      title={group ? text.editTitle : institutional ? text.createCommonTitle : text.createTitle}
      confirm={group ? text.confirmEdit : text.confirmCreate}
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={text.name}
        required
        maxLength={MAXIMUM_NAME}
        value={name}
        onChange={setName}
        // The dialog was opened to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        error={checked && !name.trim() ? text.nameMissing : save.field('name')}
      />
      <UnitsField
        label={text.units}
        hint={text.unitsHint}
        chosen={units}
        onChange={setUnits}
        withOwn
        focus={false}
        error={checked && units.length === 0 ? text.unitsMissing : save.field('units')}
      />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
