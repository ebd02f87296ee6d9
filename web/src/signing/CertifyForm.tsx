import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ApiProblem } from '../api/problem'
import { meQuery } from '../api/session'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage, Message } from '../ds/Message'
import { certifyingMessages } from '../messages/certifying'
import { signingMessages } from '../messages/signing'
import { RoleTitleField } from './RoleTitleField'

/** What is typed once, however many documents it certifies. */
export interface CertifyWords {
  password: string
  role_title: string
  one_time_code?: string
}

interface CertifyFormProps {
  title: string
  confirm: string
  act: {
    run: (words: CertifyWords) => Promise<unknown>
    busy: boolean
    error: ApiProblem | null
    field: (name: string) => string | undefined
  }
  onClose: () => void
  /** What is certified. */
  children: ReactNode
}

/** Who authenticates, in what role, and the password that proves it, whether of one document or of many (DOC-13). */
export function CertifyForm({ title, confirm, act, onClose, children }: CertifyFormProps) {
  const me = useQuery(meQuery).data
  const titles = me?.role_titles ?? []
  const [roleTitle, setRoleTitle] = useState(titles.length === 1 ? (titles[0] ?? '') : '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const wrong = act.error?.code === 'wrong_password'
  const wrongCode = act.error?.code === 'wrong_code' || act.error?.code === 'one_time_code_required'
  const asksCode = (me?.asks_code ?? false) || wrongCode
  const submit = () => {
    setChecked(true)
    if (!roleTitle || !password || (asksCode && !code.trim())) return
    void act.run({ password, role_title: roleTitle, ...(asksCode ? { one_time_code: code } : {}) })
  }
  return (
    <FormDialog title={title} confirm={confirm} busy={act.busy} onClose={onClose} onSubmit={submit}>
      {children}
      <p>
        {certifyingMessages.certifyAs} <strong>{me?.user.name}</strong>
      </p>
      <RoleTitleField
        titles={titles}
        free={me?.free_role_titles ?? false}
        value={roleTitle}
        onChange={setRoleTitle}
        error={act.field('role_title') ?? (checked && !roleTitle ? signingMessages.roleTitleRequired : undefined)}
      />
      <TextField
        label={signingMessages.password}
        hint={signingMessages.passwordHint}
        required
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={wrong ? certifyingMessages.wrongPassword : checked && !password ? signingMessages.passwordRequired : undefined}
      />
      {asksCode ? (
        <TextField
          label={signingMessages.code}
          hint={signingMessages.codeHint}
          required
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={wrongCode ? act.error?.message : checked && !code.trim() ? signingMessages.codeRequired : undefined}
        />
      ) : null}
      {wrong || wrongCode ? null : <ErrorMessage error={act.error} />}
      <Message tone="info">{certifyingMessages.meaning}</Message>
    </FormDialog>
  )
}
