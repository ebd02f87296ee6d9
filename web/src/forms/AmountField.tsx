import { TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { amountProblem } from './amount'

interface AmountFieldProps {
  value: string
  onChange: (value: string) => void
  checked: boolean
  error: string | undefined
}

/** Of how much money a document is, where its type says so (DOC-01, DOC-02). */
export function AmountField({ value, onChange, checked, error }: AmountFieldProps) {
  return (
    <TextField
      label={text.amount}
      hint={text.amountHint}
      className="field-short"
      inputMode="decimal"
      autoComplete="off"
      maxLength={AMOUNT_MAX}
      value={value}
      onChange={onChange}
      error={error ?? (checked ? amountProblem(value) : undefined)}
    />
  )
}

const AMOUNT_MAX = 20
