import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { refreshSigningQueue } from '../api/blocks'
import { meQuery } from '../api/session'
import { Button } from '../ds/Button'
import { Dialog, FormDialog } from '../ds/Dialog'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { TextField } from '../ds/Field'
import { Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { govbrMessages } from '../messages/govbr'
import { signingMessages as text } from '../messages/signing'
import { keptHere } from '../environment'
import { remember, remembered } from '../remembered'
import { CertificateFields, NO_CERTIFICATE } from './CertificateFields'
import { DocumentList } from './DocumentList'
import { type Method, methodsFor } from './methods'
import { openChoice } from './opening'
import { RoleTitleField } from './RoleTitleField'
import { SigningChecks } from './SigningChecks'
import type { DocumentToSign } from './signing'
import { useGovbr } from './useGovbr'
import { useSigning } from './useSigning'
import './signing.css'

interface SignDialogProps {
  processId: string
  documents: DocumentToSign[]
  onSigned: () => void
  onClose: () => void
}

const LAST_ROLE_KEY = keptHere('iperoig.roleTitle')

function lastRoleTitle(titles: string[]): string {
  const last = remembered(LAST_ROLE_KEY)
  if (last && titles.includes(last)) return last
  return titles.length === 1 ? (titles[0] ?? '') : ''
}

/** Signing one document or many with the password or a certificate, saying before what it means and after what happened (DOC-10). */
export function SignDialog({ processId, documents, onSigned, onClose }: SignDialogProps) {
  const me = useQuery(meQuery).data
  const titles = me?.role_titles ?? []
  const [roleTitle, setRoleTitle] = useState(() => lastRoleTitle(titles))
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [shown, setShown] = useState(false)
  const [missing, setMissing] = useState(false)
  const methods = methodsFor(me?.signing_methods, documents)
  const [chosen, setChosen] = useState<Method['method'] | null>(null)
  const method = chosen ?? methods[0]?.method ?? 'password'
  const [certificate, setCertificate] = useState(NO_CERTIFICATE)
  const [certificateErrors, setCertificateErrors] = useState<{ file?: string; password?: string }>({})
  const passwordField = useRef<HTMLDivElement>(null)
  const keys = useSigning(processId, documents)
  const govbr = useGovbr(processId, documents)
  const { results, busy, stop } = method === 'govbr' ? govbr : keys
  const asksCode = (me?.asks_code ?? false) || (stop?.wrongCode ?? false)
  const signed = Object.values(results).filter(({ state }) => state === 'signed').length
  const settled = documents.every(({ id }) => ['signed', 'changed'].includes(results[id]?.state ?? 'waiting'))

  const finish = () => {
    if (signed > 0) {
      void refreshSigningQueue()
      onSigned()
    }
    onClose()
  }
  const chooseCertificate = (choice: typeof certificate) => {
    setCertificate(choice)
    setCertificateErrors({})
  }
  /** What signs, or null when something is missing, which is then said. */
  const input = async () => {
    setMissing(true)
    if (method === 'password') {
      if (!roleTitle || !password || (asksCode && !code.trim())) return null
      return { password, role_title: roleTitle, ...(asksCode ? { one_time_code: code } : {}) }
    }
    const { opened, errors } = await openChoice(certificate)
    setCertificateErrors(errors)
    return roleTitle && opened ? { certificate: opened, role_title: roleTitle } : null
  }
  const submit = async () => {
    if (method === 'govbr') {
      setMissing(true)
      if (roleTitle && (await govbr.go(roleTitle))) remember(LAST_ROLE_KEY, roleTitle)
      return
    }
    const wanted = await input()
    if (!wanted) return
    const { signed: total, stop: stopped } = await keys.run(wanted)
    if (stopped?.wrongPassword) {
      setPassword('')
      passwordField.current?.querySelector('input')?.focus()
      return
    }
    setCode('')
    if (stopped?.wrongCode) return
    remember(LAST_ROLE_KEY, roleTitle)
    if (total < documents.length) return
    announce(total === 1 ? text.doneOne : text.doneMany(total))
    onSigned()
    onClose()
  }
  const title = documents.length === 1 ? text.titleOne : text.titleMany(documents.length)
  const list = <DocumentList documents={documents} results={results} />
  if (settled) {
    return (
      <Dialog
        title={title}
        onClose={finish}
        actions={
          <Button look="primary" onClick={finish}>
            {text.close}
          </Button>
        }
      >
        {list}
      </Dialog>
    )
  }
  const remaining = documents.length - signed
  const passwordError = stop?.wrongPassword ? stop.reason : missing && !password ? text.passwordRequired : undefined
  return (
    <FormDialog
      title={title}
      confirm={
        method === 'govbr' ? govbrMessages.confirm : documents.length === 1 ? text.confirmOne : text.confirmMany(remaining)
      }
      busy={busy}
      onClose={finish}
      onSubmit={() => void submit()}
    >
      {list}
      {documents.length === 1 && documents[0] ? (
        <SigningChecks processId={documents[0].process ?? processId} documentId={documents[0].id} />
      ) : null}
      <dl className="signing-facts">
        <dt>{text.signAs}</dt>
        <dd>{me?.user.name}</dd>
        <dt>{text.unit}</dt>
        <dd>{me ? `${me.unit.acronym} — ${me.unit.name}` : ''}</dd>
      </dl>
      {methods.length > 1 ? (
        <RadioGroup
          label={text.how}
          inline
          value={method}
          onChange={setChosen}
          options={methods.map((one) => ({
            value: one.method,
            label: text.methods[one.method],
            hint: text.levels[one.level],
          }))}
        />
      ) : null}
      {/* Password managers fill the password only beside the login it belongs to. */}
      <input
        className="visually-hidden"
        type="text"
        name="username"
        autoComplete="username"
        value={me?.user.login ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <RoleTitleField
        titles={titles}
        free={me?.free_role_titles ?? false}
        value={roleTitle}
        onChange={setRoleTitle}
        error={missing && !roleTitle ? text.roleTitleRequired : undefined}
      />
      {method === 'govbr' ? <Message tone="info">{govbrMessages.how}</Message> : null}
      {method === 'certificate' ? (
        <CertificateFields choice={certificate} onChange={chooseCertificate} errors={certificateErrors} />
      ) : method === 'password' ? (
        <div ref={passwordField} className="signing-password">
          <TextField
            label={text.password}
            hint={text.passwordHint}
            required
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={passwordError}
            autoFocus={roleTitle !== ''}
          />
          <Checkbox label={text.showPassword} checked={shown} onChange={setShown} />
          {asksCode ? (
            <TextField
              label={text.code}
              hint={text.codeHint}
              required
              autoComplete="one-time-code"
              value={code}
              onChange={setCode}
              error={stop?.wrongCode ? stop.reason : missing && !code.trim() ? text.codeRequired : undefined}
            />
          ) : null}
        </div>
      ) : null}
      {stop && !stop.wrongPassword && !stop.wrongCode ? (
        <Message tone="danger" announced>
          {stop.reason}
        </Message>
      ) : null}
      <Message tone="info">{documents.length === 1 ? text.consequenceOne : text.consequenceMany}</Message>
    </FormDialog>
  )
}
