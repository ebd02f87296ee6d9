import { RadioGroup } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { TextField } from '../ds/Field'
import { sendMessages as text } from '../messages/acts'
import { addDays } from '../time/format'
import { useTime } from '../time/use-time'
import type { ReturnDueForm } from './return-due'

interface ReturnDueFieldsProps {
  form: ReturnDueForm
  onChange: (form: ReturnDueForm) => void
  error: string | undefined
  /** Extending a deadline that exists: "no deadline" is not a choice there. */
  required?: boolean
}

export function ReturnDueFields({ form, onChange, error, required }: ReturnDueFieldsProps) {
  const { today } = useTime()
  const kinds = [
    { value: 'none' as const, label: text.noReturn },
    { value: 'date' as const, label: text.byDate },
    { value: 'days' as const, label: text.byDays },
    { value: 'business' as const, label: text.byBusinessDays },
  ]
  return (
    <div className="stack">
      <RadioGroup
        label={text.returnDue}
        inline
        options={required ? kinds.slice(1) : kinds}
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind })}
      />
      {form.kind === 'date' ? (
        <DateField
          label={text.returnDate}
          required
          min={addDays(today(), 1)}
          value={form.date}
          onChange={(date) => onChange({ ...form, date })}
          error={error}
          hint={text.returnHint}
        />
      ) : null}
      {form.kind === 'days' || form.kind === 'business' ? (
        <TextField
          label={text.returnDays}
          type="number"
          className="field-short"
          min={1}
          max={999}
          value={form.days}
          onChange={(days) => onChange({ ...form, days })}
          error={error}
          hint={text.returnHint}
        />
      ) : null}
    </div>
  )
}
