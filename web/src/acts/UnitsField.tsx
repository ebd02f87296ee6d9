import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { unitsQuery } from '../api/directory'
import { useMe } from '../api/use-me'
import type { ComboOption } from '../ds/ComboBox'
import { MultiComboBox } from '../ds/MultiComboBox'
import { sendMessages as text } from '../messages/acts'

interface UnitsFieldProps {
  label?: string
  hint?: string
  optional?: boolean
  chosen: ComboOption[]
  onChange: (chosen: ComboOption[]) => void
  error: string | undefined
}

export function UnitsField(props: UnitsFieldProps) {
  const { label = text.units, hint = text.unitsHint, optional = false, chosen, onChange, error } = props
  const { unit } = useMe()
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query.trim())
  const { data = [], isFetching } = useQuery(unitsQuery(wanted))
  const options = data
    .filter((one) => one.id !== unit.id)
    .map((one) => ({ id: one.id, label: one.acronym, note: `${one.name} · ${one.agency.acronym}` }))
  return (
    <MultiComboBox
      label={label}
      hint={hint}
      required={!optional}
      autoFocus={!optional}
      options={options}
      onQuery={setQuery}
      loading={isFetching || wanted !== query.trim()}
      chosen={chosen}
      onChange={onChange}
      error={error}
    />
  )
}
