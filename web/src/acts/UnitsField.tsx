import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { unitsQuery } from '../api/directory'
import { useMe } from '../api/use-me'
import { Checkbox } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { MultiComboBox } from '../ds/MultiComboBox'
import { plain } from '../ds/plain'
import { sendMessages as text } from '../messages/acts'
import { GroupPicker } from './GroupPicker'

export interface PassedUnit {
  id: string
  acronym: string
  name: string
}

interface UnitsFieldProps {
  passed?: PassedUnit[]
  label?: string
  hint?: string
  optional?: boolean
  /** The current unit may be chosen too. */
  withOwn?: boolean
  /** Offers the sending groups; where a process is being sent. */
  withGroups?: boolean
  focus?: boolean
  chosen: ComboOption[]
  onChange: (chosen: ComboOption[]) => void
  error: string | undefined
}

export function UnitsField(props: UnitsFieldProps) {
  const { label = text.units, hint = text.unitsHint, optional = false, chosen, onChange, error, passed = [] } = props
  const { withOwn = false, withGroups = false, focus = !optional } = props
  const { unit } = useMe()
  const [query, setQuery] = useState('')
  const [onlyPassed, setOnlyPassed] = useState(false)
  const wanted = useDeferredValue(query.trim())
  const { data = [], isFetching } = useQuery(unitsQuery(wanted))
  const elsewhere = passed.filter((one) => one.id !== unit.id)
  const options = onlyPassed
    ? elsewhere
        .filter((one) => plain(`${one.acronym} ${one.name}`).includes(plain(wanted)))
        .map((one) => ({ id: one.id, label: one.acronym, note: one.name }))
    : data
        .filter((one) => withOwn || one.id !== unit.id)
        .map((one) => ({ id: one.id, label: one.acronym, note: `${one.name} · ${one.agency.acronym}` }))
  return (
    <MultiComboBox
      label={label}
      hint={hint}
      required={!optional}
      autoFocus={focus}
      options={options}
      onQuery={setQuery}
      loading={isFetching || wanted !== query.trim()}
      chosen={chosen}
      onChange={onChange}
      error={error}
    >
      {withGroups ? <GroupPicker chosen={chosen} onChange={onChange} /> : null}
      {elsewhere.length > 0 ? <Checkbox label={text.onlyPassed} checked={onlyPassed} onChange={setOnlyPassed} /> : null}
    </MultiComboBox>
  )
}
