import { useState } from 'react'
import type { HoldingsProof } from '../api/holdings'
import { useMe } from '../api/use-me'
import { TextField } from '../ds/Field'
import { holdingsMessages as text } from '../messages/holdings'
import { CodeField } from '../security/ProofFields'

interface Refusal {
  code: string
  message: string
}

const OF_THE_CODE = ['wrong_code', 'one_time_code_required']
const OF_A_FIELD = new Set(['wrong_password', ...OF_THE_CODE])

/** The password in the very request of the act, and the code of who has two-step verification. */
export function useProof(refused: Refusal | null) {
  const me = useMe()
  const [proof, setProof] = useState({ password: '', code: '' })
  const asksCode = me.asks_code || OF_THE_CODE.includes(refused?.code ?? '')
  const given: HoldingsProof | null =
    proof.password && (!asksCode || proof.code.trim())
      ? { password: proof.password, ...(asksCode ? { one_time_code: proof.code } : {}) }
      : null
  return { proof, setProof, asksCode, given, elsewhere: refused && !OF_A_FIELD.has(refused.code) ? refused : null }
}

interface ProvenFieldsProps {
  of: ReturnType<typeof useProof>
  checked: boolean
  refused: Refusal | null
}

export function ProvenFields({ of: { proof, setProof, asksCode }, checked, refused }: ProvenFieldsProps) {
  const said = (...codes: string[]) => (refused && codes.includes(refused.code) ? refused.message : undefined)
  return (
    <>
      <TextField
        label={text.password}
        type="password"
        autoComplete="current-password"
        required
        value={proof.password}
        onChange={(password) => setProof({ ...proof, password })}
        error={checked && !proof.password ? text.passwordMissing : said('wrong_password')}
      />
      {asksCode ? (
        <CodeField
          value={proof.code}
          onChange={(code) => setProof({ ...proof, code })}
          error={checked && !proof.code.trim() ? text.codeMissing : said(...OF_THE_CODE)}
        />
      ) : null}
    </>
  )
}
