import { useState } from 'react'
import { heldKey, openSecret } from '../api/confidential'
import { queryClient } from '../api/query-client'
import { settlePassword } from '../api/secret-gate'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { secretGateMessages as text } from '../messages/confidential'

/** Identificação de acesso (SIG-01): the request that was refused goes through afterwards. */
export default function SecretDialog({ process }: { process: string }) {
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const opening = useAct((secret: string) => openSecret(process, secret), {
    onDone: () => {
      settlePassword(true)
      void queryClient.invalidateQueries({ queryKey: heldKey })
    },
  })
  return (
    <FormDialog
      title={text.title}
      confirm={text.confirm}
      busy={opening.busy}
      onClose={() => settlePassword(false)}
      onSubmit={() => {
        setMissing(!password)
        if (password) void opening.run(password)
      }}
    >
      <p>{text.text}</p>
      <TextField
        label={text.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        required
        value={password}
        onChange={setPassword}
        error={missing && !password ? text.missing : undefined}
      />
      <ErrorMessage error={opening.error} />
    </FormDialog>
  )
}
