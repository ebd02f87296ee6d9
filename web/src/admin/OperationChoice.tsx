import { useId } from 'react'
import type { OfferedOperation } from '../api/systems'
import { Checkbox } from '../ds/Choice'
import { dsMessages } from '../messages/ds'
import { serviceMessages as text } from '../messages/systems'

interface OperationChoiceProps {
  offered: OfferedOperation[]
  value: string[]
  onChange: (codes: string[]) => void
  error: string | undefined
}

/** Each thing that a system may do at all, one by one: nothing is given without being looked at. */
export function OperationChoice({ offered, value, onChange, error }: OperationChoiceProps) {
  const id = useId()
  const turn = (code: string, on: boolean) => onChange(on ? [...value, code] : value.filter((one) => one !== code))
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend className="field-label">
        {text.operations} <span className="field-required">{dsMessages.required}</span>
      </legend>
      <div className="field-hint" id={`${id}-hint`}>
        {text.operationsHint}
      </div>
      <div className="admin-choices">
        {offered.map(({ code, title }) => (
          <Checkbox key={code} label={title} checked={value.includes(code)} onChange={(on) => turn(code, on)} />
        ))}
      </div>
      {error ? (
        <div className="field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      ) : null}
    </fieldset>
  )
}
