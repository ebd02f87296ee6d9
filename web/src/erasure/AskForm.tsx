import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../api/audit'
import { askErasure, erasuresKey, planQuery, type Ground } from '../api/erasure'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ComboBox, type ComboOption } from '../ds/ComboBox'
import { Select, TextArea } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { erasureMessages as text } from '../messages/erasure'
import { PlanTable } from './PlanTable'

/** Whose data, by which law; nothing is asked before it was seen what it takes and what it leaves. */
export function AskForm({ grounds }: { grounds: { code: Ground; name: string }[] }) {
  const [person, setPerson] = useState<ComboOption | null>(null)
  const [ground, setGround] = useState<Ground | ''>('')
  const [reason, setReason] = useState('')
  const plan = useQuery(planQuery(person?.id ?? '', ground))
  const ask = useAct(askErasure, {
    onDone: async () => {
      announce(text.sent)
      setPerson(null)
      setReason('')
      await queryClient.invalidateQueries({ queryKey: erasuresKey })
    },
  })
  return (
    <form
      className="stack"
      aria-label={text.ask}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (person && ground) void ask.run({ contact: person.id, ground, reason })
      }}
    >
      <PersonField onChoose={setPerson} />
      <Select label={text.ground} value={ground} onChange={(value) => setGround(value as Ground | '')}>
        <option value="">{text.groundChoose}</option>
        {grounds.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </Select>
      <ErrorMessage error={plan.error} />
      {plan.isLoading ? <Loading lines={4} /> : null}
      {plan.data && person ? (
        <>
          <h3>{text.plan}</h3>
          <PlanTable lines={plan.data.lines} />
          <TextArea label={text.reason} hint={text.reasonHint} required value={reason} onChange={setReason} error={ask.field('reason')} />
          <ErrorMessage error={ask.field('reason') ? null : ask.error} />
          <div>
            <Button type="submit" look="primary" busy={ask.busy}>
              {text.send}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}

function PersonField({ onChoose }: { onChoose: (person: ComboOption | null) => void }) {
  const [query, setQuery] = useState('')
  const { data, isFetching, error } = useQuery(peopleQuery(query))
  const options = (data?.items ?? [])
    .filter((one) => one.kind === 'contact')
    .map((one) => ({ id: one.id, label: one.name, note: one.note }))
  return (
    <>
      <ComboBox
        label={text.person}
        hint={text.personHint}
        options={options}
        loading={isFetching}
        query={query}
        onQuery={setQuery}
        onEdit={() => onChoose(null)}
        onChoose={onChoose}
      />
      <ErrorMessage error={error} />
    </>
  )
}
