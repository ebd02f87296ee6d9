import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import type { ApiProblem } from '../api/problem'
import type { RedactionInput } from '../api/redact'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { Select, TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { redactMessages as text } from '../messages/redact'

type Form = Pick<RedactionInput, 'legal_basis' | 'reason' | 'access_level'>

interface RedactFormProps {
  level: Form['access_level']
  marked: boolean
  busy: boolean
  error: ApiProblem | null
  field: (name: string) => string | undefined
  onSubmit: (form: Form) => void
}

const SHORTEST_REASON = 3
const LONGEST_REASON = 500

/** By which law, why, and how open the copy is. */
export function RedactForm({ level: original, marked, busy, error, field, onSubmit }: RedactFormProps) {
  const { data: bases = [] } = useQuery(catalogueQuery('legal-bases'))
  const [basis, setBasis] = useState('')
  const [reason, setReason] = useState('')
  const [level, setLevel] = useState(original)
  const [checked, setChecked] = useState(false)
  const short = reason.trim().length < SHORTEST_REASON
  const fitting = bases.filter((one) => level === 'public' || one.level === level)
  const submit = () => {
    setChecked(true)
    if (!marked || !basis || short) return
    onSubmit({ legal_basis: basis, reason: reason.trim(), access_level: level })
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <RadioGroup
        label={text.level}
        options={[
          { value: 'public', label: text.public, hint: text.publicHint },
          { value: 'restricted', label: text.restricted, hint: text.restrictedHint },
        ]}
        value={level}
        onChange={(chosen) => {
          setLevel(chosen)
          setBasis('')
        }}
      />
      <Select
        label={text.legalBasis}
        required
        value={basis}
        onChange={setBasis}
        error={field('legal_basis') ?? (checked && !basis ? text.legalBasisMissing : undefined)}
      >
        <option value="">{text.legalBasisChoose}</option>
        {fitting.map((one) => (
          <option key={one.code} value={one.code}>
            {one.law ? `${one.name} (${one.law})` : one.name}
          </option>
        ))}
      </Select>
      <TextArea
        label={text.reason}
        required
        hint={text.reasonHint}
        maxLength={LONGEST_REASON}
        rows={3}
        value={reason}
        onChange={setReason}
        error={field('reason') ?? (checked && short ? text.reasonMissing : undefined)}
      />
      {checked && !marked ? <p className="field-error">{text.nothingMarked}</p> : null}
      <p className="field-error" role="alert" hidden={!field('marks')}>
        {field('marks')}
      </p>
      <ErrorMessage error={error} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {text.confirm}
        </Button>
      </div>
    </form>
  )
}
