import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { powersQuery, type EntryValues, type TableField } from '../api/administration'
import { Checkbox } from '../ds/Choice'
import { Select, TextField } from '../ds/Field'
import { plain } from '../ds/plain'
import { dsMessages } from '../messages/ds'
import { profileMessages as text } from '../messages/profiles'

type Act = TableField['options'][number]

interface ActChoiceProps {
  field: TableField
  value: string[]
  error: string | undefined
  onChange: (codes: EntryValues[string]) => void
}

/** The acts of a profile, one by one under the headings of the page of permissions; another profile is a beginning (ACC-10). */
export default function ActChoice({ field, value, error, onChange }: ActChoiceProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const shown = field.options.filter((one) => plain(one.name).includes(plain(query)))
  const groups = [...new Set(shown.map((one) => one.group))]
  const chosen = field.options.filter((one) => value.includes(one.code)).length
  const turn = (code: string, on: boolean) => onChange(on ? [...value, code] : value.filter((one) => one !== code))
  const group = (name: string, acts: Act[]) => (
    <fieldset key={name} className="field">
      <legend className="field-label">{name}</legend>
      <div className="admin-choices">
        {acts.map(({ code, name: title }) => (
          <Checkbox key={code} label={title} checked={value.includes(code)} onChange={(on) => turn(code, on)} />
        ))}
      </div>
    </fieldset>
  )
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend className="field-label">
        {field.label} {field.required ? <span className="field-required">{dsMessages.required}</span> : null}
      </legend>
      <div className="field-hint" id={`${id}-hint`}>
        {field.hint} {text.always}
      </div>
      <Beginning field={field} onChange={onChange} />
      <TextField label={text.find} type="search" autoComplete="off" value={query} onChange={setQuery} />
      <p role="status" className="muted small">
        {text.chosen(chosen, field.options.length)} {shown.length === 0 ? text.none : ''}
      </p>
      {error ? (
        <div className="field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      ) : null}
      {groups.map((name) =>
        group(
          name,
          shown.filter((one) => one.group === name),
        ),
      )}
    </fieldset>
  )
}

/** Fills the choice with the acts of another profile, but for those that no profile of the city carries. */
function Beginning({ field, onChange }: Pick<ActChoiceProps, 'field' | 'onChange'>) {
  const { data } = useQuery(powersQuery)
  const [from, setFrom] = useState('')
  const begin = (code: string) => {
    setFrom(code)
    const acts = data?.items.filter((one) => one.profiles.includes(code)).map((one) => one.action) ?? []
    if (code) onChange(field.options.map((one) => one.code).filter((one) => acts.includes(one)))
  }
  return (
    <Select label={text.from} hint={text.fromHint} value={from} onChange={begin}>
      <option value="">{text.nothing}</option>
      {(data?.profiles ?? []).filter((one) => one.active).map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </Select>
  )
}
