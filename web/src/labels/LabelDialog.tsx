import { useId, useState } from 'react'
import { changeLabel, createLabel, refreshArrangement } from '../api/desk'
import { COLOURS, type Colour, type Label } from '../api/desk-types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { colourName, labelMessages as text } from '../messages/organise'
import { Swatch } from './LabelTag'
import './labels.css'

interface LabelDialogProps {
  /** The label to change; none makes a new one. */
  label?: Label | undefined
  onClose: () => void
  onDone?: (label: { id: string; name: string }) => void
}

const MAXIMUM = 50

export default function LabelDialog({ label, onClose, onDone }: LabelDialogProps) {
  const { unit } = useMe()
  const [name, setName] = useState(label?.name ?? '')
  const [colour, setColour] = useState<Colour>(label?.colour ?? 'blue')
  const [checked, setChecked] = useState(false)
  const save = useAct(
    async (form: { name: string; colour: Colour }, key) => {
      if (!label) return (await createLabel(form.name, form.colour, key)).id
      await changeLabel(label.id, form, key)
      return label.id
    },
    {
      onDone: async (id, form) => {
        announce(label ? text.changed : text.created(form.name))
        await refreshArrangement(unit.id)
        onClose()
        onDone?.({ id, name: form.name })
      },
    },
  )
  const submit = () => {
    setChecked(true)
    const wanted = { name: name.trim(), colour }
    if (!wanted.name) return
    if (label && wanted.name === label.name && colour === label.colour) onClose()
    else void save.run(wanted)
  }
  return (
    <FormDialog
      title={label ? text.editTitle : text.createTitle}
      confirm={label ? text.confirmEdit : text.confirmCreate}
      busy={save.busy}
      wide
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={text.name}
        required
        maxLength={MAXIMUM}
        value={name}
        onChange={setName}
        // The dialog was opened to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        error={checked && !name.trim() ? text.nameMissing : save.field('name')}
      />
      <Palette value={colour} onChange={setColour} />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}

function Palette({ value, onChange }: { value: Colour; onChange: (colour: Colour) => void }) {
  const id = useId()
  return (
    <fieldset className="field">
      <legend className="field-label">{text.colour}</legend>
      <div className="palette">
        {COLOURS.map((colour) => (
          <div className="choice" key={colour}>
            <input id={`${id}-${colour}`} type="radio" name={id} checked={value === colour} onChange={() => onChange(colour)} />
            <label htmlFor={`${id}-${colour}`}>
              <Swatch colour={colour} /> {colourName[colour]}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
