import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { unitsQuery } from '../api/directory'
import { keepSheet } from '../api/keep-sheet'
import { exportProgress, progressQuery, type LearningProgress } from '../api/learning'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ComboBox } from '../ds/ComboBox'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { learningMessages as text } from '../messages/learning'
import { useUnitInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import './learning.css'

/** How far the people of a unit have come, for key users and the administration. */
export function ProgressPage() {
  usePageTitle(text.people)
  const me = useMe()
  const [unit, setUnit] = useUnitInAddress(me.unit)
  const { data, error, refetch } = useQuery({ ...progressQuery(unit?.id ?? ''), enabled: unit !== null })
  const sheet = useAct((of: string) => exportProgress(of), {
    onDone: (made) => keepSheet(made.content, text.file(unit?.acronym ?? '')),
  })
  return (
    <section className="sheet sheet-wide stack">
      <h1>{text.people}</h1>
      <p className="muted">{text.peopleIntro}</p>
      {unit ? <UnitField current={unit.acronym} onChoose={setUnit} /> : null}
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {data ? <ProgressTable progress={data} /> : error ? null : <Loading lines={6} />}
      <ErrorMessage error={sheet.error} />
      <div>
        <Button look="secondary" busy={sheet.busy} onClick={() => void sheet.run(unit?.id ?? '')}>
          {text.download}
        </Button>
      </div>
    </section>
  )
}

function UnitField({ current, onChoose }: { current: string; onChoose: (unit: { id: string; acronym: string }) => void }) {
  const [query, setQuery] = useState(current)
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <ComboBox
      label={text.unit}
      options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
      loading={isFetching}
      query={query}
      onQuery={setQuery}
      onEdit={() => undefined}
      onChoose={(option) => onChoose({ id: option.id, acronym: option.label })}
    />
  )
}

function ProgressTable({ progress }: { progress: LearningProgress }) {
  if (progress.people.length === 0) return <EmptyState title={text.nobody} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="lesson-table" tabIndex={0} role="region" aria-label={text.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.person}</th>
            <th scope="col">{text.done}</th>
            {progress.exercises.map((one) => (
              <th key={one.code} scope="col">
                {one.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.people.map(({ person, finished, exercises }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{text.cell(finished, exercises.length)}</td>
              {exercises.map((one) => (
                <td key={one.code}>{one.done === one.steps ? text.finished : text.cell(one.done, one.steps)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
