import { RadioGroup } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { TextField } from '../ds/Field'
import { sendMessages as text } from '../messages/acts'
import { addDays } from '../time/format'
import { useTime } from '../time/use-time'
import type { ReturnDueForm } from './return-due'

/** What the fields are called: a return that is asked for, or the process coming back by itself. */
export interface DueWords {
  due: string
  none: string
  byDate: string
  byDays: string
  byBusinessDays: string
  date: string
  days: string
  hint: string
}

const ofReturn: DueWords = {
  due: text.returnDue,
  none: text.noReturn,
  byDate: text.byDate,
  byDays: text.byDays,
  byBusinessDays: text.byBusinessDays,
  date: text.returnDate,
  days: text.returnDays,
  hint: text.returnHint,
}

interface ReturnDueFieldsProps {
  form: ReturnDueForm
  onChange: (form: ReturnDueForm) => void
  error: string | undefined
  /** Extending a deadline that exists: "no deadline" is not a choice there. */
  required?: boolean
  words?: DueWords
}

export function ReturnDueFields({ form, onChange, error, required, words = ofReturn }: ReturnDueFieldsProps) {
  const { today } = useTime()
  const kinds = [
    { value: 'none' as const, label: words.none },
    { value: 'date' as const, label: words.byDate },
    { value: 'days' as const, label: words.byDays },
    { value: 'business' as const, label: words.byBusinessDays },
  ]
  return (
    <div className="stack">
      <RadioGroup
        label={words.due}
        inline
        options={required ? kinds.slice(1) : kinds}
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind })}
      />
      {form.kind === 'date' ? (
        <DateField
          label={words.date}
          required
          min={addDays(today(), 1)}
          value={form.date}
          onChange={(date) => onChange({ ...form, date })}
          error={error}
          hint={words.hint}
        />
      ) : null}
      {form.kind === 'days' || form.kind === 'business' ? (
        <TextField
          label={words.days}
          type="number"
          className="field-short"
          min={1}
          max={999}
          value={form.days}
          onChange={(days) => onChange({ ...form, days })}
          error={error}
          hint={words.hint}
        />
      ) : null}
    </div>
  )
}
