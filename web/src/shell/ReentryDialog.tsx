import { useState } from 'react'
import { queryClient } from '../api/query-client'
import { enter, meKey } from '../api/session'
import { settleSession } from '../api/session-gate'
import type { Me } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { entryMessages, shellMessages as text } from '../messages/shell'
import { HOME, placeHere } from '../environment'

/** Asks the password again without leaving the screen; the requests that were refused then go through. */
export default function ReentryDialog() {
  const known = queryClient.getQueryData<Me>(meKey)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const send = (secret: string) =>
    enter({ login: known?.user.login ?? '', password: secret, ...(code ? { one_time_code: code } : {}) })
  const entry = useAct(send, {
    onDone: (me) => {
      queryClient.setQueryData(meKey, me)
      settleSession(true)
    },
  })
  const asked = entry.error?.code === 'one_time_code_required'
  if (asked && code === null) setCode('')
  const leaveForEntry = () => {
    window.location.assign(`${HOME}/entrar?voltar=${encodeURIComponent(placeHere())}`)
  }
  return (
    <FormDialog
      title={text.reentryTitle}
      confirm={entryMessages.enter}
      busy={entry.busy}
      onClose={() => settleSession(false)}
      onSubmit={() => {
        setMissing(!password || code === '')
        if (password && code !== '') void entry.run(password)
      }}
    >
      <p>{text.reentryText}</p>
      <TextField label={entryMessages.login} value={known?.user.login ?? ''} onChange={() => undefined} readOnly autoComplete="username" />
      <TextField
        label={entryMessages.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        required
        value={password}
        onChange={setPassword}
        error={missing && !password ? entryMessages.passwordMissing : undefined}
      />
      {code === null ? null : (
        <TextField
          label={entryMessages.code}
          hint={entryMessages.codeHint}
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onChange={setCode}
          error={missing && !code ? entryMessages.codeMissing : undefined}
        />
      )}
      <ErrorMessage error={asked ? null : entry.error} />
      <div>
        <Button small onClick={leaveForEntry}>
          {text.reentryOther}
        </Button>
      </div>
    </FormDialog>
  )
}
