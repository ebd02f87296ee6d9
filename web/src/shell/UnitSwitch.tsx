import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient } from '../api/query-client'
import { changeUnit, meKey } from '../api/session'
import type { Unit } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Disclosure } from '../ds/Disclosure'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { plain } from '../ds/plain'
import { announce } from '../ds/toast'
import { shellMessages as text } from '../messages/shell'
import { mayStand } from './places'

const MANY_UNITS = 8

/** Current unit and the others of the person (ACC-04); Alt+U opens it. */
export function UnitSwitch() {
  const me = useMe()
  if (me.units.length < 2) {
    return (
      <span className="unit-only" title={me.unit.name}>
        {me.unit.acronym}
      </span>
    )
  }
  return (
    <Disclosure label={me.unit.acronym} ariaLabel={text.unitLabel(me.unit.acronym)} accessKey="u" className="unit-button">
      {(close) => <UnitList units={me.units} current={me.unit.id} onDone={close} />}
    </Disclosure>
  )
}

function UnitList({ units, current, onDone }: { units: Unit[]; current: string; onDone: () => void }) {
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  const change = useAct((unit: string) => changeUnit(unit), {
    onDone: async (me) => {
      if (!mayStand(location.pathname, me.actions)) await navigate({ to: '/caixa' })
      queryClient.setQueryData(meKey, me)
      void queryClient.invalidateQueries({ predicate: (one) => one.queryKey[0] !== 'me' })
      announce(text.unitChanged(me.unit.acronym))
      onDone()
    },
  })
  const shown = units.filter((unit) => plain(`${unit.acronym} ${unit.name}`).includes(plain(query)))
  return (
    <>
      <h2>{text.unitTitle}</h2>
      {units.length > MANY_UNITS ? <TextField label={text.unitFilter} value={query} onChange={setQuery} /> : null}
      <ul className="unit-list">
        {shown.map((unit) => (
          <li key={unit.id}>
            <button
              type="button"
              className="unit-choice"
              aria-current={unit.id === current ? 'true' : undefined}
              onClick={() => (unit.id === current ? onDone() : void change.run(unit.id))}
            >
              <strong>{unit.acronym}</strong> {unit.id === current ? `(${text.unitCurrent})` : null}
              <span className="option-note">{unit.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <ErrorMessage error={change.error} />
    </>
  )
}
