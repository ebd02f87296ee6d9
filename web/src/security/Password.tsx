import { useState } from 'react'
import { changePassword, type PasswordChange } from '../api/security'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { securityMessages as text } from '../messages/security'
import { CodeField } from './ProofFields'

/** One's own password (ACC-01). */
export function Password({ asksCode, onChanged }: { asksCode: boolean; onChanged: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <section className="stack" aria-labelledby="senha">
      <h2 id="senha">{text.passwordTitle}</h2>
      <p>{text.passwordWhat}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{text.changePassword}</Button>
      </div>
      {open ? (
        <PasswordDialog
          asksCode={asksCode}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            announce(text.passwordChanged)
            onChanged()
          }}
        />
      ) : null}
    </section>
  )
}

interface PasswordDialogProps {
  asksCode: boolean
  onClose: () => void
  onDone: () => void
}

const OF_A_FIELD = new Set(['wrong_password', 'wrong_code', 'one_time_code_required'])

function PasswordDialog({ asksCode, onClose, onDone }: PasswordDialogProps) {
  const { user } = useMe()
  const [draft, setDraft] = useState({ password: '', one_time_code: '', new_password: '', repeat: '' })
  const [shown, setShown] = useState(false)
  const [checked, setChecked] = useState(false)
  const { run, busy, error, field } = useAct((input: PasswordChange, key) => changePassword(input, key), { onDone })
  const put = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value })
  const refused = (...codes: string[]) => (error && codes.includes(error.code) ? error.message : undefined)
  const differs = draft.repeat !== draft.new_password
  const submit = () => {
    setChecked(true)
    const { password, new_password, one_time_code } = draft
    if (!password || !new_password || differs || (asksCode && !one_time_code.trim())) return
    void run({ password, new_password, ...(asksCode ? { one_time_code } : {}) })
  }
  const kind = shown ? 'text' : 'password'
  return (
    <FormDialog title={text.changePassword} confirm={text.changePassword} busy={busy} onClose={onClose} onSubmit={submit}>
      <p>{text.changePasswordText}</p>
      <input className="visually-hidden" type="text" autoComplete="username" value={user.login} readOnly tabIndex={-1} aria-hidden="true" />
      <TextField
        label={text.present}
        type={kind}
        autoComplete="current-password"
        autoFocus
        required
        value={draft.password}
        onChange={put('password')}
        error={checked && !draft.password ? text.passwordMissing : refused('wrong_password')}
      />
      {asksCode ? (
        <CodeField
          value={draft.one_time_code}
          onChange={put('one_time_code')}
          error={checked && !draft.one_time_code.trim() ? text.codeMissing : refused('wrong_code', 'one_time_code_required')}
        />
      ) : null}
      <TextField
        label={text.newPassword}
        hint={text.passwordWhat}
        type={kind}
        autoComplete="new-password"
        required
        value={draft.new_password}
        onChange={put('new_password')}
        error={checked && !draft.new_password ? text.newPasswordMissing : field('new_password')}
      />
      <TextField
        label={text.repeat}
        type={kind}
        autoComplete="new-password"
        required
        value={draft.repeat}
        onChange={put('repeat')}
        error={checked && differs ? text.repeatDiffers : undefined}
      />
      <Checkbox label={text.showPasswords} checked={shown} onChange={setShown} />
      <ErrorMessage error={error && !OF_A_FIELD.has(error.code) && !field('new_password') ? error : null} />
    </FormDialog>
  )
}
