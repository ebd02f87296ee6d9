import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client'
import { ApiProblem, sentenceForError } from '../api/problem'
import { FormDialog } from '../ds/DialogWhenOpened'
import { TextField } from '../ds/Field'
import { editorMessages } from '../messages/editor'
import type { Reference } from './schema/citations'

const text = editorMessages.reference
/** A document's number, or a process's, with or without its punctuation. */
const NUMBER = /^\d{7,30}$/
const TYPING_PAUSE_MILLISECONDS = 350

interface Found {
  process: string
  document: string | null
  title: string
}

/** A process is named by its number alone; a document's title ends by its own. */
async function findCited(number: string): Promise<Reference> {
  const found = await api.get<Found>('/find', { query: { number } })
  if (!found.document) return { kind: 'processReference', number: found.title, title: text.process(found.title) }
  return { kind: 'documentReference', number: number.padStart(7, '0'), title: found.title }
}

function sentence(error: unknown): string {
  if (error instanceof ApiProblem && error.status === 404) return text.notFound
  return sentenceForError(error)
}

interface ReferenceDialogProps {
  onInsert: (reference: Reference) => void
  onClose: () => void
}

/** Cites another document or a process by its number; the title is shown before, so that nobody cites the wrong one. */
export function ReferenceDialog({ onInsert, onClose }: ReferenceDialogProps) {
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  const [error, setError] = useState<string>()
  const number = typed.replace(/\D/g, '')
  const valid = NUMBER.test(number)
  const search = useQuery({
    queryKey: ['reference', wanted],
    queryFn: () => findCited(wanted),
    enabled: NUMBER.test(wanted),
  })

  useEffect(() => {
    const timer = setTimeout(() => setWanted(valid ? number : ''), TYPING_PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [number, valid])

  const found = wanted === number ? search.data : undefined
  const searchError = wanted === number && search.error ? sentence(search.error) : undefined
  const submit = () => {
    if (found) onInsert(found)
    else if (!valid) setError(text.invalid)
    else setWanted(number)
  }
  return (
    <FormDialog
      title={text.title}
      confirm={found ? text.insert : text.search}
      busy={search.isFetching}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={text.number}
        hint={text.hint}
        error={error ?? searchError}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setError(undefined)
        }}
        inputMode="numeric"
        autoComplete="off"
        autoFocus
      />
      <p role="status">{found ? found.title : search.isFetching ? text.searching : ''}</p>
    </FormDialog>
  )
}
