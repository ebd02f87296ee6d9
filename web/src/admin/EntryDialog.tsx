import { useState } from 'react'
import { changeEntry, createEntry, refreshAdministration, type EntryValues, type Table, type TableEntry } from '../api/administration'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { tableMessages as text } from '../messages/administration'
import { EntryField, isEmpty } from './EntryField'
import { MailPreview } from './MailPreview'

/** The form of an entry, drawn from the fields its table declares. */
export default function EntryDialog({ table, entry, onClose }: { table: Table; entry?: TableEntry; onClose: () => void }) {
  const fields = table.fields.filter((field) => !entry || !field.fixed)
  const [code, setCode] = useState(entry?.code ?? '')
  const [values, setValues] = useState<EntryValues>(() => Object.fromEntries(fields.map((one) => [one.name, entry?.values[one.name] ?? null])))
  const [checked, setChecked] = useState(false)
  const save = useAct(
    (input: { code: string; values: EntryValues }, key) =>
      entry ? changeEntry(table, entry, input.values, key) : createEntry(table, input.code, input.values, key),
    {
      onDone: async () => {
        announce(entry ? text.saved(entry.name) : text.created(String(values['name'] ?? code)))
        onClose()
        await refreshAdministration()
      },
    },
  )
  const missing = fields.filter((field) => field.required && isEmpty(values[field.name] ?? null))
  /** A picture is given only when it is another: the one that is there may have come from the city's files, in any form. */
  const given = () =>
    Object.fromEntries(
      fields
        .filter(({ kind, name }) => kind !== 'picture' || (values[name] ?? null) !== (entry?.values[name] ?? null))
        .map(({ name }) => [name, values[name] ?? null]),
    )
  const submit = () => {
    setChecked(true)
    if (code.trim() && missing.length === 0) void save.run({ code: code.trim(), values: given() })
  }
  const codeProblem = checked && !code.trim() ? text.required : save.field('code')
  return (
    <FormDialog
      title={entry ? text.editTitle(entry.name) : text.create(table.one)}
      confirm={entry ? text.save : text.confirmCreate}
      wide
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {entry ? null : table.code_options.length > 0 ? (
        <Select label={table.code_label} required value={code} onChange={setCode} error={codeProblem}>
          <option value="">{text.choose}</option>
          {table.code_options.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      ) : (
        <TextField label={table.code_label} hint={table.code_hint} required autoComplete="off" autoCapitalize="none" maxLength={60} value={code} onChange={setCode} error={codeProblem} />
      )}
      {fields.map((field) => (
        <EntryField
          key={field.name}
          field={field}
          value={values[field.name] ?? null}
          error={checked && missing.includes(field) ? text.required : save.field(`values.${field.name}`)}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {table.name === 'mail-templates' ? <MailPreview subject={String(values['subject'] ?? '')} body={String(values['text'] ?? '')} /> : null}
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
