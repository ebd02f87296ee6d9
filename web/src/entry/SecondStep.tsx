import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { TextField } from '../ds/Field'
import { entryMessages as text } from '../messages/shell'

export interface SecondStep {
  code: string
  trust: boolean
}

interface SecondStepFieldsProps {
  step: SecondStep
  onChange: (step: SecondStep) => void
  onBack: () => void
  missing: boolean
  busy: boolean
}

/** The code of the application, after the password was right (ACC-02). */
export function SecondStepFields({ step, onChange, onBack, missing, busy }: SecondStepFieldsProps) {
  return (
    <>
      <TextField
        label={text.code}
        hint={text.codeHint}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        autoFocus
        value={step.code}
        onChange={(code) => onChange({ ...step, code })}
        error={missing ? text.codeMissing : undefined}
      />
      <Checkbox
        label={text.trustDevice}
        hint={text.trustDeviceHint}
        checked={step.trust}
        onChange={(trust) => onChange({ ...step, trust })}
      />
      <div className="row entry-actions">
        <Button small onClick={onBack}>
          {text.otherPerson}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {text.enter}
        </Button>
      </div>
    </>
  )
}
