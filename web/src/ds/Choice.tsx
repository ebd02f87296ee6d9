import { useId, type ReactNode } from 'react'
import { dsMessages } from '../messages/ds'

interface CheckboxProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  hint?: ReactNode
}

export function Checkbox({ label, checked, onChange, disabled, hint }: CheckboxProps) {
  const id = useId()
  return (
    <div className="choice">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <div className="field-hint" id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  )
}

interface RadioGroupProps<Value extends string> {
  label: string
  options: { value: Value; label: ReactNode; hint?: ReactNode }[]
  value: Value
  onChange: (value: Value) => void
  required?: boolean
  inline?: boolean
  error?: string | undefined
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const name = useId()
  return (
    <fieldset className="field" aria-describedby={props.error ? `${name}-error` : undefined}>
      <legend className="field-label">
        {props.label} {props.required ? <span className="field-required">{dsMessages.required}</span> : null}
      </legend>
      <div className={props.inline ? 'row choices-inline' : undefined}>
        {props.options.map((option) => (
          <div className="choice" key={option.value}>
            <input
              id={`${name}-${option.value}`}
              type="radio"
              name={name}
              checked={props.value === option.value}
              aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
              onChange={() => props.onChange(option.value)}
            />
            <div>
              <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
              {option.hint ? (
                <div className="field-hint" id={`${name}-${option.value}-hint`}>
                  {option.hint}
                </div>
              ) : null}
            </div>
          </div>
        ))}
      </div>
      {props.error ? (
        <div className="field-error" id={`${name}-error`}>
          {props.error}
        </div>
      ) : null}
    </fieldset>
  )
}
