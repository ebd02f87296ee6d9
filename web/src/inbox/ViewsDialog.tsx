import { useState } from 'react'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { deleteView, refreshViews, saveView, type SavedView } from '../api/views'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { viewMessages as text } from '../messages/display'
import type { InboxSearch } from './search'

interface ViewsDialogProps {
  search: InboxSearch
  views: SavedView[]
  onClose: () => void
}

const MAXIMUM = 60

/** Keeps what is on the screen under a name, for oneself or for the unit; and takes away what is no longer wanted. */
export default function ViewsDialog({ search, views, onClose }: ViewsDialogProps) {
  const { unit } = useMe()
  const [name, setName] = useState('')
  const [whose, setWhose] = useState<'mine' | 'ours'>('mine')
  const [checked, setChecked] = useState(false)
  const save = useAct((form: { name: string; shared: boolean }, key) => saveView({ ...form, settings: settingsOf(search) }, key), {
    onDone: async (_, form) => {
      announce(text.saved(form.name))
      onClose()
      await refreshViews(unit.id)
    },
  })
  const remove = useAct((view: string, key) => deleteView(view, key), {
    onDone: async () => {
      announce(text.removed)
      await refreshViews(unit.id)
    },
  })
  const submit = () => {
    setChecked(true)
    if (name.trim()) void save.run({ name: name.trim(), shared: whose === 'ours' })
  }
  return (
    <FormDialog title={text.title} confirm={text.save} busy={save.busy} onClose={onClose} onSubmit={submit}>
      <p>{text.intro}</p>
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
      <RadioGroup
        label={text.whose}
        inline
        options={[
          { value: 'mine', label: text.mine },
          { value: 'ours', label: text.ours },
        ]}
        value={whose}
        onChange={setWhose}
      />
      <ErrorMessage error={save.error ?? remove.error} />
      <h3>{text.existing}</h3>
      {views.length === 0 ? <p className="muted">{text.none}</p> : null}
      <ul className="view-list">
        {views.map((view) => (
          <li key={view.id} className="row">
            <strong>{view.name}</strong>
            <Tag>{view.shared ? text.shared : text.own}</Tag>
            <Button small busy={remove.busy} onClick={() => void remove.run(view.id)}>
              {text.remove}
              <span className="visually-hidden"> {view.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}

/** What is being previewed is no part of a view. */
function settingsOf(search: InboxSearch): Record<string, string> {
  const kept = Object.entries(search).filter(([name]) => name !== 'ver')
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
