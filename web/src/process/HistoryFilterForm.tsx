import { useState, type FormEvent } from 'react'
import type { HistoryFilter as Filter } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { Button } from '../ds/Button'
import { DateField } from '../ds/DateField'
import { Select, TextField } from '../ds/Field'
import { historyMessages as text } from '../messages/history'
import { isNarrowed } from './search'

interface HistoryFilterProps {
  page: ProcessPage
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** Which entries to show: what they speak of, of which unit, by whom and when (PRO-27). */
export default function HistoryFilterForm({ page, filter, onFilter }: HistoryFilterProps) {
  const [draft, setDraft] = useState(filter)
  const change = (name: keyof Filter) => (value: string) => {
    const { [name]: _, ...rest } = draft
    setDraft(value ? { ...rest, [name]: value } : rest)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFilter(draft)
  }
  const clear = () => {
    setDraft({})
    onFilter({})
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Select label={text.topic} value={draft.topic ?? ''} onChange={change('topic')}>
        <option value="">{text.anything}</option>
        {Object.entries(text.topics).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select label={text.unit} value={draft.unit ?? ''} onChange={change('unit')}>
        <option value="">{text.anyUnit}</option>
        {page.passed_units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.acronym}
          </option>
        ))}
      </Select>
      <TextField
        label={text.person}
        hint={text.personHint}
        maxLength={80}
        value={draft.person ?? ''}
        onChange={change('person')}
      />
      <div className="row">
        <DateField label={text.since} value={draft.since ?? ''} onChange={change('since')} />
        <DateField label={text.until} value={draft.until ?? ''} onChange={change('until')} />
      </div>
      <div className="row">
        <Button small type="submit" look="primary">
          {text.show}
        </Button>
        {isNarrowed(filter) ? (
          <Button small onClick={clear}>
            {text.clear}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
