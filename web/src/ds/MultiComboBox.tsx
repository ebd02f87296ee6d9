import type { ReactNode } from 'react'
import { dsMessages } from '../messages/ds'
import { ComboBox, type ComboOption } from './ComboBox'

interface MultiComboBoxProps {
  label: string
  chosen: ComboOption[]
  onChange: (chosen: ComboOption[]) => void
  options: ComboOption[]
  onQuery?: (query: string) => void
  loading?: boolean
  hint?: string
  error?: string | undefined
  required?: boolean
  placeholder?: string
  autoFocus?: boolean
  /** Something under the list, e.g. a way to create what was not found. */
  children?: ReactNode
}

/** Combobox of many: what was chosen stays below as a list, each with its own way out. */
export function MultiComboBox({ chosen, onChange, options, label, children, ...rest }: MultiComboBoxProps) {
  const free = options.filter((option) => !chosen.some((one) => one.id === option.id))
  return (
    <div className="field">
      <ComboBox
        {...rest}
        label={label}
        options={free}
        clearOnChoose
        onChoose={(option) => onChange([...chosen, option])}
      />
      {chosen.length > 0 ? (
        <ul className="chosen" aria-label={dsMessages.chosenOf(label)}>
          {chosen.map((option) => (
            <li key={option.id} className="tag tag-info">
              {option.label}
              <button
                type="button"
                className="chosen-remove"
                aria-label={dsMessages.remove(option.label)}
                onClick={() => onChange(chosen.filter((one) => one.id !== option.id))}
              >
                {dsMessages.takeOut}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </div>
  )
}
