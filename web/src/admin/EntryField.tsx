import { lazy, Suspense } from 'react'
import type { EntryValues, TableField } from '../api/administration'
import { Checkbox } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { Select, TextArea, TextField } from '../ds/Field'
import { Loading } from '../ds/Message'
import { MultiComboBox } from '../ds/MultiComboBox'
import { tableMessages as text } from '../messages/administration'
import { PictureField } from './PictureField'

const ActChoice = lazy(() => import('./ActChoice'))

type Value = EntryValues[string]

interface EntryFieldProps {
  field: TableField
  value: Value
  error: string | undefined
  onChange: (value: Value) => void
}

const LONG_TEXT_ROWS = 8
const LINES_ROWS = 4

export const isEmpty = (value: Value) =>
  value === null || value === '' || (Array.isArray(value) && value.every((line) => !line.trim()))

/** One field of a catalogue's form, by its kind. */
export function EntryField({ field, value, error, onChange }: EntryFieldProps) {
  const frame = { label: field.label, error, required: field.required, ...(field.hint ? { hint: field.hint } : {}) }
  const typed = typeof value === 'string' ? value : ''
  const many = Array.isArray(value) ? value : []
  switch (field.kind) {
    case 'flag':
      return <Checkbox label={field.label} checked={value === true} onChange={onChange} {...(field.hint ? { hint: field.hint } : {})} />
    case 'paragraph':
      return <TextArea {...frame} rows={LONG_TEXT_ROWS} maxLength={field.longest} value={typed} onChange={onChange} />
    case 'lines':
      return (
        <TextArea
          {...frame}
          hint={[field.hint, text.linesHint].filter(Boolean).join(' ')}
          rows={LINES_ROWS}
          value={many.join('\n')}
          onChange={(raw) => onChange(raw.split('\n'))}
          onBlur={() => onChange(many.map((line) => line.trim()).filter(Boolean))}
        />
      )
    case 'number':
      return (
        <TextField
          {...frame}
          className="field-short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={value === null ? '' : String(value)}
          onChange={(raw) => onChange(raw.trim() === '' ? null : /^\d+$/.test(raw.trim()) ? Number(raw) : raw)}
        />
      )
    case 'day':
      return <DateField {...frame} value={typed} onChange={(day) => onChange(day || null)} />
    case 'choice':
    case 'entry':
      return (
        <Select {...frame} value={typed} onChange={(code) => onChange(code || null)}>
          <option value="">{text.choose}</option>
          {withChosen(field, typed ? [typed] : []).map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      )
    case 'choices':
    case 'entries': {
      if (field.options.some((one) => one.group))
        return (
          <Suspense fallback={<Loading lines={8} />}>
            <ActChoice field={field} value={many} error={error} onChange={onChange} />
          </Suspense>
        )
      const options = withChosen(field, many).map((one) => ({ id: one.code, label: one.name }))
      return (
        <MultiComboBox
          {...frame}
          options={options}
          chosen={many.map((code) => options.find((one) => one.id === code) ?? { id: code, label: code })}
          onChange={(chosen) => onChange(chosen.map((one) => one.id))}
        />
      )
    }
    case 'picture':
      return <PictureField label={field.label} error={error} value={typed} onChange={onChange} {...(field.hint ? { hint: field.hint } : {})} />
    default:
      return <TextField {...frame} maxLength={field.longest} autoComplete="off" value={typed} onChange={onChange} />
  }
}

/** What may be chosen, and what is chosen already though it is offered no more. */
function withChosen(field: TableField, chosen: string[]) {
  const gone = chosen.filter((code) => !field.options.some((one) => one.code === code))
  return [...field.options, ...gone.map((code) => ({ code, name: code, group: '' }))]
}
