import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { changeUser, createUser, refreshAdministration, tableQuery, type UserInput, type UserRecord } from '../api/administration'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { userMessages as text } from '../messages/administration'

const EMPTY: UserInput = { name: '', social_name: '', taxpayer: '', email: '', agency: '' }

/** The data of a user; without one, of a new one (ACC-08). */
export default function UserDialog({ user, onClose }: { user?: UserRecord; onClose: () => void }) {
  const navigate = useNavigate()
  const { data: agencies } = useQuery(tableQuery('agencies'))
  const [login, setLogin] = useState(user?.id ?? '')
  const [form, setForm] = useState<UserInput>(user ? formOf(user) : EMPTY)
  const [checked, setChecked] = useState(false)
  const set = (name: keyof UserInput) => (value: string) => setForm({ ...form, [name]: value })
  const save = useAct(
    (input: { login: string; form: UserInput }, key) =>
      user ? changeUser(user.id, user.revision, input.form, key) : createUser(input.login, input.form, key),
    {
      onDone: async (made) => {
        announce(user ? text.saved : text.created(made.id))
        onClose()
        await refreshAdministration()
        if (!user) await navigate({ to: '/administracao/usuario', search: { login: made.id } })
      },
    },
  )
  const missing = (value: string) => (checked && !value.trim() ? text.required : undefined)
  const submit = () => {
    setChecked(true)
    if (form.name.trim() && form.agency && login.trim()) void save.run({ login: login.trim(), form })
  }
  return (
    <FormDialog
      title={user ? text.editTitle(user.social_name || user.name) : text.createTitle}
      confirm={user ? text.save : text.confirmCreate}
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {user ? null : (
        <TextField
          label={text.login}
          hint={text.loginHint}
          required
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
          value={login}
          onChange={setLogin}
          // The dialog was opened to write here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          error={missing(login) ?? save.field('login')}
        />
      )}
      <TextField label={text.name} required maxLength={200} autoComplete="off" value={form.name} onChange={set('name')} error={missing(form.name) ?? save.field('name')} />
      <TextField label={text.socialName} hint={text.socialNameHint} maxLength={200} autoComplete="off" value={form.social_name} onChange={set('social_name')} error={save.field('social_name')} />
      <TextField label={text.taxpayer} hint={text.taxpayerHint} maxLength={20} inputMode="numeric" autoComplete="off" value={form.taxpayer} onChange={set('taxpayer')} error={save.field('taxpayer')} />
      <TextField label={text.email} maxLength={200} type="email" autoComplete="off" value={form.email} onChange={set('email')} error={save.field('email')} />
      <Select label={text.agency} required value={form.agency} onChange={set('agency')} error={missing(form.agency) ?? save.field('agency')}>
        <option value="">{text.choose}</option>
        {(agencies?.items ?? [])
          .filter((one) => one.active || one.code === form.agency)
          .map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
      </Select>
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}

function formOf({ name, social_name, taxpayer, email, agency }: UserRecord): UserInput {
  return { name, social_name, taxpayer, email, agency }
}
