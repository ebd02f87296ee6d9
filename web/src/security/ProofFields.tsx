import { TextField } from '../ds/Field'
import { securityMessages as text } from '../messages/security'

export interface ProofDraft {
  password: string
  one_time_code: string
}

export const NO_PROOF: ProofDraft = { password: '', one_time_code: '' }

interface ProofFieldsProps {
  proof: ProofDraft
  onChange: (proof: ProofDraft) => void
  /** Whether what is missing is said by now. */
  checked: boolean
  error: { code: string; message: string } | null
}

/** Password and code, for what changes how one enters. */
export function ProofFields({ proof, onChange, checked, error }: ProofFieldsProps) {
  const refused = (...codes: string[]) => (error && codes.includes(error.code) ? error.message : undefined)
  return (
    <>
      <TextField
        label={text.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        required
        value={proof.password}
        onChange={(password) => onChange({ ...proof, password })}
        error={checked && !proof.password ? text.passwordMissing : refused('wrong_password')}
      />
      <CodeField
        value={proof.one_time_code}
        onChange={(one_time_code) => onChange({ ...proof, one_time_code })}
        error={checked && !proof.one_time_code.trim() ? text.codeMissing : refused('wrong_code', 'one_time_code_required')}
      />
    </>
  )
}

interface CodeFieldProps {
  value: string
  onChange: (value: string) => void
  error: string | undefined
  hint?: string
  autoFocus?: boolean
}

/** Telephones and password managers fill it by themselves. */
export function CodeField({ value, onChange, error, hint = text.codeHint, autoFocus = false }: CodeFieldProps) {
  return (
    <TextField
      label={text.code}
      hint={hint}
      className="field-short"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={20}
      autoFocus={autoFocus}
      required
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
