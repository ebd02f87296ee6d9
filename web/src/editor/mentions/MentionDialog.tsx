import { useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { unitsQuery, unitUsersQuery } from '../../api/directory'
import { processQuery } from '../../api/processes'
import { useMe } from '../../api/use-me'
import { ErrorMessage, Loading } from '../../ds/Message'
import { mentionMessages as text } from '../../messages/mention'
import { ChooseDialog } from '../ChooseDialog'
import { mentioned, type NamedUnit, unitsTyped } from './mentioned'

interface MentionDialogProps {
  processId: string
  onInsert: (words: string) => void
  onClose: () => void
}

const MOST_OF_PROCESS = 6

/** Writes the name of somebody or of a unit as plain words: it says what was true when it was signed (web.md, W3). */
export function MentionDialog({ processId, onInsert, onClose }: MentionDialogProps) {
  const { unit } = useMe()
  const [typed, setTyped] = useState('')
  const settled = useDeferredValue(typed)
  const every = useQuery(unitsQuery(''))
  const process = useQuery(processQuery(processId))
  const units = every.data ?? []
  const holding = (process.data?.units ?? []).map((one) => one.unit).slice(0, MOST_OF_PROCESS)
  const opened = distinct([unit, ...holding, ...unitsTyped(units, settled)])
  const asked = useQueries({ queries: opened.map(({ id }) => unitUsersQuery(id)) })
  const staff = opened.map((one, at) => ({ unit: one, people: asked[at]?.data ?? [] }))
  const waiting = every.isPending || process.isPending || typed !== settled || asked.some(({ isPending }) => isPending)
  return (
    <ChooseDialog
      words={text.words}
      matching={(words) => mentioned(units, staff, words)}
      none={text.none}
      refused={text.refused}
      waiting={waiting}
      onTyped={setTyped}
      onChoose={({ label }) => onInsert(label)}
      onClose={onClose}
    >
      {every.isPending ? <Loading lines={3} /> : null}
      <ErrorMessage error={every.error ?? asked.find(({ error }) => error)?.error} />
    </ChooseDialog>
  )
}

function distinct(units: NamedUnit[]): NamedUnit[] {
  return units.filter(({ id }, at) => units.findIndex((one) => one.id === id) === at)
}
