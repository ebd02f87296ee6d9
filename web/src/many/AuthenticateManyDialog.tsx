import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import type { components } from '../api/schema'
import { meQuery } from '../api/session'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { certifyingMessages } from '../messages/certifying'
import { manyDocuments as text } from '../messages/many-documents'
import { signingMessages } from '../messages/signing'
import { BATCH, type DocumentToSign } from '../signing/signing'
import { LeftOut } from './LeftOut'
import type { Prepared } from './prepare'

interface Words {
  password: string
  role_title: string
  one_time_code?: string
}

interface AuthenticateManyProps {
  found: Prepared
  onClose: () => void
  onDone: () => void
}

/** Ten at a time with one password (DOC-13); those that fail stay in the dialog with the reason. */
export function AuthenticateManyDialog({ found, onClose, onDone }: AuthenticateManyProps) {
  const me = useQuery(meQuery).data
  const titles = me?.role_titles ?? []
  const [roleTitle, setRoleTitle] = useState(titles.length === 1 ? (titles[0] ?? '') : '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const [failed, setFailed] = useState<Prepared['out']>([])
  const certify = useAct((words: Words, key) => authenticateAll(found.ready, words, key), {
    onDone: (left) => {
      const done = found.ready.length - left.length
      if (done > 0) {
        announce(text.authenticated(done))
        onDone()
      }
      setFailed(left)
      if (left.length === 0) onClose()
    },
  })
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
      title={text.title.authenticate(found.ready.length, found.ready[0]?.title ?? '')}
      confirm={text.confirm.authenticate}
      busy={certify.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (!roleTitle || !password || (asksCode && !code.trim())) return
        void certify.run({ password, role_title: roleTitle, ...(asksCode ? { one_time_code: code } : {}) })
      }}
    >
      <LeftOut out={failed.length > 0 ? failed : found.out} />
      <p>
        {certifyingMessages.certifyAs} <strong>{me?.user.name}</strong>
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
          error={wrongCode ? certify.error?.message : checked && !code.trim() ? signingMessages.codeRequired : undefined}
        />
      ) : null}
      {wrong || wrongCode ? null : <ErrorMessage error={certify.error} />}
      <Message tone="info">{certifyingMessages.meaning}</Message>
    </FormDialog>
  )
}

/** -> those that were not, with the reason. What is wrong with the password is of all of them. */
async function authenticateAll(documents: DocumentToSign[], words: Words, key: string): Promise<Prepared['out']> {
  const failed: Prepared['out'] = []
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH)
    const asked = batch.map((one) => ({ process: one.process ?? '', document: one.id, digest: one.digest }))
    // A wrong password stops at the first ten: more tries would only lock the account.
    // oxlint-disable-next-line no-await-in-loop
    const { results } = await api.post<components['schemas']['AuthenticatedMany']>(
      '/authentications',
      { ...words, documents: asked },
      // The keys of one dialog begin alike: its code serves all of its requests (ACC-02).
      { idempotencyKey: `${key}.${start}` },
    )
    if (results.length !== batch.length) throw new ApiProblem(500, { code: 'unknown' })
    for (const [place, one] of batch.entries()) {
      const told = results[place]
      if (told && !told.authenticated) failed.push({ name: `${one.title} (${one.number})`, reason: told.message ?? '' })
    }
  }
  return failed
}
