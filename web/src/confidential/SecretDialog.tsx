import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { heldKey, openSecret, type SecretProof } from '../api/confidential'
import { queryClient } from '../api/query-client'
import { settlePassword } from '../api/secret-gate'
import { meQuery } from '../api/session'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { secretGateMessages as text } from '../messages/confidential'
import { CodeField } from '../security/ProofFields'

const OF_THE_CODE = new Set(['one_time_code_required', 'wrong_code'])

/** Identificação de acesso (SIG-01), with the code of who is enrolled (ACC-02): the refused request goes through then. */
export default function SecretDialog({ process }: { process: string }) {
  const { data: me } = useQuery(meQuery)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const opening = useAct((proof: SecretProof, key) => openSecret(process, proof, key), {
    onDone: () => {
      settlePassword(true)
      void queryClient.invalidateQueries({ queryKey: heldKey })
    },
  })
  const refusedCode = opening.error && OF_THE_CODE.has(opening.error.code) ? opening.error.message : undefined
  const asksCode = (me?.asks_code ?? false) || Boolean(refusedCode)
  const submit = () => {
    setChecked(true)
    if (password && (!asksCode || code.trim())) void opening.run({ password, ...(asksCode ? { one_time_code: code } : {}) })
  }
  return (
    <FormDialog title={text.title} confirm={text.confirm} busy={opening.busy} onClose={() => settlePassword(false)} onSubmit={submit}>
      <p>{text.text}</p>
      <TextField
        label={text.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        required
        value={password}
        onChange={setPassword}
        error={checked && !password ? text.missing : undefined}
      />
      {asksCode ? (
        <CodeField value={code} onChange={setCode} error={checked && !code.trim() ? text.codeMissing : refusedCode} />
      ) : null}
      <ErrorMessage error={refusedCode ? null : opening.error} />
    </FormDialog>
  )
}
