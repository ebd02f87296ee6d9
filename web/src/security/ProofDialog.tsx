import { useState } from 'react'
import type { Proof } from '../api/security'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { NO_PROOF, ProofFields } from './ProofFields'

interface ProofDialogProps<Output> {
  title: string
  explanation: string
  look?: 'primary' | 'danger'
  act: (proof: Proof, idempotencyKey: string) => Promise<Output>
  onDone: (output: Output) => void
  onClose: () => void
}

const OF_A_FIELD = new Set(['wrong_password', 'wrong_code', 'one_time_code_required'])

/** One act on how one enters, after the password and a code. */
export function ProofDialog<Output>({ title, explanation, look = 'primary', act, onDone, onClose }: ProofDialogProps<Output>) {
  const [proof, setProof] = useState(NO_PROOF)
  const [checked, setChecked] = useState(false)
  const { run, busy, error } = useAct(act, { onDone })
  return (
    <FormDialog
      title={title}
      confirm={title}
      confirmLook={look}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (proof.password && proof.one_time_code.trim()) void run(proof)
      }}
    >
      <p>{explanation}</p>
      <ProofFields proof={proof} onChange={setProof} checked={checked} error={error} />
      <ErrorMessage error={error && !OF_A_FIELD.has(error.code) ? error : null} />
    </FormDialog>
  )
}
