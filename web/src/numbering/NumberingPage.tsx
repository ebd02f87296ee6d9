import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { unitsQuery } from '../api/directory'
import { adjustSequence, type AdjustmentInput, sequenceQuery, type TypeSequence } from '../api/numbering'
import type { DocumentType, UnitLite } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ComboBox } from '../ds/ComboBox'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { numberingMessages as text } from '../messages/numbering'
import { useInAddress, useUnitInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'

const byUnit = (type: DocumentType) => type.numbering === 'unit_sequential' || type.numbering === 'unit_annual'

/** The administration puts the numbers of a document type right (DOC-02). */
export function NumberingPage() {
  usePageTitle(text.page)
  const { unit } = useMe()
  const types = useQuery(catalogueQuery('document-types'))
  const [code, setCode] = useInAddress('tipo')
  const [place, setPlace] = useUnitInAddress(unit)
  const numbered = (types.data ?? []).filter(({ numbering }) => numbering !== 'none')
  const type = numbered.find((one) => one.code === code)
  const ofUnit = type !== undefined && byUnit(type)
  const owner = ofUnit ? place : null
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <ErrorMessage error={types.data ? null : types.error} onRetry={() => void types.refetch()} />
      <Select label={text.type} value={code} onChange={setCode}>
        <option value="">{text.chooseType}</option>
        {numbered.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </Select>
      {ofUnit ? <UnitField onChoose={setPlace} /> : null}
      {type && (owner || !ofUnit) ? <SequenceOf key={`${type.code} ${owner?.id}`} type={type} owner={owner} /> : null}
    </section>
  )
}

function UnitField({ onChoose }: { onChoose: (unit: UnitLite) => void }) {
  const [query, setQuery] = useState('')
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <ComboBox
      label={text.unit}
      hint={text.unitHint}
      options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
      loading={isFetching}
      query={query}
      onQuery={setQuery}
      onChoose={(option) => onChoose({ id: option.id, acronym: option.label })}
    />
  )
}

function SequenceOf({ type, owner }: { type: DocumentType; owner: UnitLite | null }) {
  const { data, error, refetch } = useQuery(sequenceQuery(type.code, owner?.id ?? null))
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={3} />
  return (
    <section className="stack" aria-label={text.heading(type.name, owner?.acronym ?? null)}>
      <h2>{text.heading(type.name, owner?.acronym ?? null)}</h2>
      <p>
        {data.last ? text.last(text.number(data.last, data.year)) : text.none}{' '}
        <span className="muted">({text.kinds[data.numbering]})</span>
      </p>
      <AdjustmentForm key={data.next} type={type.code} owner={owner} sequence={data} onSaved={() => void refetch()} />
      <History sequence={data} />
    </section>
  )
}

interface AdjustmentFormProps {
  type: string
  owner: UnitLite | null
  sequence: TypeSequence
  onSaved: () => void
}

function AdjustmentForm({ type, owner, sequence, onSaved }: AdjustmentFormProps) {
  const [next, setNext] = useState(String(sequence.next))
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const save = useAct((input: AdjustmentInput, key) => adjustSequence(type, input, key), {
    onDone: (made) => {
      announce(text.saved(text.number(made.next, sequence.year)))
      onSaved()
    },
  })
  const nextProblem = /^\d{1,7}$/.test(next.trim()) ? undefined : text.nextWrong
  const reasonProblem = reason.trim().length >= 3 ? undefined : text.reasonMissing
  const submit = () => {
    setChecked(true)
    if (nextProblem || reasonProblem) return
    void save.run({ next: Number(next), reason: reason.trim(), ...(owner ? { unit: owner.id } : {}) })
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
      <TextField
        label={text.next}
        hint={text.nextHint(text.number(sequence.lowest, sequence.year))}
        className="field-short"
        inputMode="numeric"
        autoComplete="off"
        value={next}
        onChange={setNext}
        error={save.field('next') ?? (checked ? nextProblem : undefined)}
      />
      <TextField
        label={text.reason}
        required
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={save.field('reason') ?? (checked ? reasonProblem : undefined)}
      />
      <ErrorMessage error={save.error} />
      <div>
        <Button type="submit" look="primary" busy={save.busy}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}

function History({ sequence }: { sequence: TypeSequence }) {
  const time = useTime()
  const shown = (number: number) => text.number(number, sequence.year)
  return (
    <>
      <h3>{text.history}</h3>
      {sequence.adjustments.length === 0 ? <p className="muted">{text.noHistory}</p> : null}
      <ul className="stack">
        {sequence.adjustments.map((one) => (
          <li key={one.at}>
            {text.line(shown(one.from), shown(one.to))} {one.reason}
            <br />
            <span className="muted">
              {one.by.name}, {time.instant(one.at)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
