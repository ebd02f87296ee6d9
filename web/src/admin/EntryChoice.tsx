import { MultiComboBox } from '../ds/MultiComboBox'
import { useEntryNames } from './use-entry-names'

interface EntryChoiceProps {
  table: string
  label: string
  hint: string
  required?: boolean
  value: string[]
  onChange: (codes: string[]) => void
  error: string | undefined
}

/** Some entries of a table, by their names; what is offered no more stays chosen until it is taken away. */
export function EntryChoice({ table, value, onChange, ...frame }: EntryChoiceProps) {
  const { options, named } = useEntryNames(table)
  return (
    <MultiComboBox
      {...frame}
      options={options}
      chosen={value.map((code) => ({ id: code, label: named(code) }))}
      onChange={(chosen) => onChange(chosen.map(({ id }) => id))}
    />
  )
}
