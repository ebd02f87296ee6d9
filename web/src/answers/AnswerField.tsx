import { useId } from 'react'
import type { FormField } from '../api/answers'
import { Checkbox } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { Select, TextArea, TextField } from '../ds/Field'
import { Message } from '../ds/Message'
import { dsMessages } from '../messages/ds'
import { answerMessages as text } from '../messages/answers'
import { isNumeric, shownNumber } from './answer'

interface AnswerFieldProps {
  field: FormField
  answer: string[]
  onChange: (answer: string[]) => void
  error: string | undefined
}

function bounds({ minimum, maximum, kind }: FormField): string {
  if (kind === 'date') return ''
  const low = minimum === null ? null : shownNumber(minimum)
  const high = maximum === null ? null : shownNumber(maximum)
  if (low !== null && high !== null) return text.between(low, high)
  if (low !== null) return text.atLeast(low)
  return high === null ? '' : text.atMost(high)
}

/** One field of a form, as its kind asks (DOC-07). */
export function AnswerField({ field, answer, onChange, error }: AnswerFieldProps) {
  const one = answer[0] ?? ''
  const set = (value: string) => onChange(value === '' ? [] : [value])
  const hint = [field.hint, field.kind === 'masked' ? text.mask(field.mask) : '', bounds(field)].filter(Boolean).join(' ')
  const common = { label: field.label, hint, error, required: field.required }
  switch (field.kind) {
    case 'note':
      return <Message tone="info">{field.label}</Message>
    case 'date':
      return (
        <DateField
          {...common}
          value={one}
          onChange={set}
          {...(field.minimum ? { min: field.minimum } : {})}
          {...(field.maximum ? { max: field.maximum } : {})}
        />
      )
    case 'list':
      return (
        <Select {...common} value={one} onChange={set}>
          <option value="">{text.choose}</option>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </Select>
      )
    case 'options':
      return <Options {...{ field, answer, onChange, error, hint }} />
    case 'flag':
      return <Flag {...{ field, answer, onChange, error, hint }} />
    case 'long_text':
      return (
        <TextArea
          {...common}
          rows={5}
          maxLength={field.longest}
          value={answer.join('\n')}
          onChange={(value) => onChange(value === '' ? [] : value.split('\n'))}
        />
      )
    default:
      return (
        <TextField
          {...common}
          className={field.kind === 'text' ? undefined : 'field-short'}
          inputMode={isNumeric(field) ? (field.kind === 'integer' ? 'numeric' : 'decimal') : undefined}
          maxLength={field.kind === 'masked' ? field.mask.length : field.longest}
          autoComplete="off"
          value={one}
          onChange={set}
        />
      )
  }
}

interface ChoiceProps extends AnswerFieldProps {
  hint: string
}

function Options({ field, answer, onChange, error, hint }: ChoiceProps) {
  const id = useId()
  const toggle = (option: string, chosen: boolean) =>
    onChange(field.options.filter((each) => (each === option ? chosen : answer.includes(each))))
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">
        {field.label} {field.required ? <span className="field-required">{dsMessages.required}</span> : null}
      </legend>
      {field.options.map((option) => (
        <Checkbox
          key={option}
          label={option}
          checked={answer.includes(option)}
          onChange={(chosen) => toggle(option, chosen)}
        />
      ))}
      {hint ? <div className="field-hint">{hint}</div> : null}
      {error ? (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      ) : null}
    </fieldset>
  )
}

function Flag({ field, answer, onChange, error, hint }: ChoiceProps) {
  return (
    <div className="field">
      <Checkbox
        label={
          <>
            {field.label} {field.required ? <span className="field-required">{dsMessages.required}</span> : null}
          </>
        }
        hint={error ? <span className="field-error">{error}</span> : hint || undefined}
        checked={answer[0] === 'true'}
        onChange={(set) => onChange(set ? ['true'] : [])}
      />
    </div>
  )
}
