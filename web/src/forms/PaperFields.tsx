import { DateField } from '../ds/DateField'
import { TextField } from '../ds/Field'
import { paperMessages as text } from '../messages/paper'
import { useTime } from '../time/use-time'

export interface PaperRecord {
  number: string
  filedOn: string
}

interface PaperFieldsProps {
  record: PaperRecord
  onChange: (record: PaperRecord) => void
  /** How a number looks, each digit as 0. */
  shape: string | null
  checked: boolean
  autoFocus?: boolean
  /** Refusal of the server for a field, by its API name. */
  field: (name: string) => string | undefined
}

export const isWhole = (record: PaperRecord) => record.number.trim() !== '' && record.filedOn !== ''

/** The number and the date that a process has on paper (PRO-06). */
export function PaperFields({ record, onChange, shape, checked, autoFocus, field }: PaperFieldsProps) {
  const time = useTime()
  return (
    <>
      <TextField
        label={text.number}
        hint={shape ? text.numberHint(shape) : undefined}
        required
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={60}
        value={record.number}
        onChange={(number) => onChange({ ...record, number })}
        error={field('number') ?? (checked && !record.number.trim() ? text.numberMissing : undefined)}
      />
      <DateField
        label={text.filedOn}
        hint={text.filedOnHint}
        required
        max={time.today()}
        value={record.filedOn}
        onChange={(filedOn) => onChange({ ...record, filedOn })}
        error={field('filed_on') ?? (checked && !record.filedOn ? text.filedOnMissing : undefined)}
      />
    </>
  )
}
