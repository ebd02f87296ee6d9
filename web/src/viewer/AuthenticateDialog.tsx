import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { meQuery } from '../api/session'
import type { DocumentDetail } from '../api/types'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { certifyingMessages as text } from '../messages/certifying'
import { signingMessages } from '../messages/signing'

interface AuthenticateDialogProps {
  processId: string
  document: DocumentDetail
  onDone: () => void
  onClose: () => void
}

/** The password is bound to the file that was read (DOC-13). */
export default function AuthenticateDialog({ processId, document, onDone, onClose }: AuthenticateDialogProps) {
  const me = useQuery(meQuery).data
  const titles = me?.role_titles ?? []
  const [roleTitle, setRoleTitle] = useState(titles.length === 1 ? (titles[0] ?? '') : '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const path = `/processes/${encodeURIComponent(processId)}/documents/${encodeURIComponent(document.id)}/authentications`
  const certify = useAct(
    (input: { password: string; role_title: string; one_time_code?: string }, idempotencyKey) =>
      api.post(path, { ...input, digest: document.digest }, { idempotencyKey }),
    {
      onDone: () => {
        announce(text.done)
        onDone()
        onClose()
      },
    },
  )
  const wrong = certify.error?.code === 'wrong_password'
  const wrongCode = certify.error?.code === 'wrong_code' || certify.error?.code === 'one_time_code_required'
  const asksCode = (me?.asks_code ?? false) || wrongCode
  const role = {
    label: signingMessages.roleTitle,
    required: true,
    value: roleTitle,
    onChange: setRoleTitle,
    error: certify.field('role_title') ?? (checked && !roleTitle ? signingMessages.roleTitleRequired : undefined),
  }
  return (
    <FormDialog
      title={text.title}
      confirm={text.confirm}
      busy={certify.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (!roleTitle || !password || (asksCode && !code.trim())) return
        void certify.run({ password, role_title: roleTitle, ...(asksCode ? { one_time_code: code } : {}) })
      }}
    >
      <p>
        <strong>{document.title}</strong> {document.number}
      </p>
      <p>
        {text.certifyAs} <strong>{me?.user.name}</strong>
      </p>
      {titles.length === 0 ? (
        <TextField {...role} autoComplete="organization-title" />
      ) : (
        <Select {...role} autoFocus={!roleTitle}>
          {roleTitle ? null : <option value="">{signingMessages.chooseRoleTitle}</option>}
          {titles.map((title) => (
            <option key={title}>{title}</option>
          ))}
        </Select>
      )}
      <TextField
        label={signingMessages.password}
        hint={signingMessages.passwordHint}
        required
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={wrong ? text.wrongPassword : checked && !password ? signingMessages.passwordRequired : undefined}
      />
      {asksCode ? (
        <TextField
          label={signingMessages.code}
          required
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={wrongCode ? certify.error?.message : checked && !code.trim() ? signingMessages.codeRequired : undefined}
        />
      ) : null}
      {wrong || wrongCode ? null : <ErrorMessage error={certify.error} />}
      <Message tone="info">{text.meaning}</Message>
    </FormDialog>
  )
}
