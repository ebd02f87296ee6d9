import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { defineCheckpoints, readCheckpoints, type CheckpointLine } from '../api/desk'
import { unitsQuery } from '../api/directory'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { ComboBox } from '../ds/ComboBox'
import { TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { checkpointMessages as text } from '../messages/organise'
import { useUnitInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import './labels.css'

/** The administration defines the phases of a unit's processes (TRA-12). */
export function CheckpointsPage() {
  const { unit } = useMe()
  usePageTitle(text.page)
  const [place, setPlace] = useUnitInAddress(unit)
  const [query, setQuery] = useState('')
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <ComboBox
        label={text.unit}
        hint={text.unitHint}
        options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
        loading={isFetching}
        query={query}
        onQuery={setQuery}
        onChoose={(option) => setPlace({ id: option.id, acronym: option.label })}
      />
      {place ? (
        <>
          <h2>{text.chosen(place.acronym)}</h2>
          <Phases key={place.id} unit={place.id} />
        </>
      ) : (
        <Loading lines={3} />
      )}
    </section>
  )
}

function Phases({ unit }: { unit: string }) {
  const { data, error, refetch } = useQuery({ queryKey: ['checkpoints', unit], queryFn: () => readCheckpoints(unit), gcTime: 0 })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={3} />
  return <PhaseForm unit={unit} kept={data.checkpoints} onSaved={() => void refetch()} />
}

function PhaseForm({ unit, kept, onSaved }: { unit: string; kept: CheckpointLine[]; onSaved: () => void }) {
  const [lines, setLines] = useState<CheckpointLine[]>(kept)
  const [checked, setChecked] = useState(false)
  const save = useAct(
    (wanted: CheckpointLine[], key) =>
      defineCheckpoints(
        unit,
        wanted.map(({ id, name, active }) => ({ ...(id ? { id } : {}), name: name.trim(), active })),
        key,
      ),
    {
      onDone: () => {
        announce(text.saved)
        onSaved()
      },
    },
  )
  const change = (place: number, changes: Partial<CheckpointLine>) =>
    setLines(lines.map((line, at) => (at === place ? { ...line, ...changes } : line)))
  const raise = (place: number) => setLines(lines.toSpliced(place, 1).toSpliced(place - 1, 0, ...lines.slice(place, place + 1)))
  const submit = () => {
    setChecked(true)
    if (lines.every((line) => line.name.trim())) void save.run(lines)
  }
  return (
    <div className="stack">
      {lines.length === 0 ? <p className="muted">{text.empty}</p> : null}
      {lines.map((line, place) => (
        // A line has no identity before it is saved: its place is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${line.id ?? 'new'}-${place}`} className="label-line">
          <TextField
            label={text.name(place + 1)}
            className="label-line-name"
            value={line.name}
            maxLength={50}
            onChange={(name) => change(place, { name })}
            error={checked && !line.name.trim() ? text.nameMissing : undefined}
          />
          <Checkbox label={text.active} checked={line.active} onChange={(active) => change(place, { active })} />
          {place > 0 ? (
            <Button small aria-label={text.up(line.name)} onClick={() => raise(place)}>
              {text.upShort}
            </Button>
          ) : null}
          <Button
            small
            aria-label={text.remove(line.name)}
            unavailable={line.used ? text.used : null}
            onClick={() => setLines(lines.toSpliced(place, 1))}
          >
            {text.removeShort}
          </Button>
        </div>
      ))}
      <ErrorMessage error={save.error} />
      <div className="row">
        <Button look="secondary" onClick={() => setLines([...lines, { name: '', active: true, used: false }])}>
          {text.add}
        </Button>
        <Button look="primary" busy={save.busy} onClick={submit}>
          {text.save}
        </Button>
      </div>
    </div>
  )
}
