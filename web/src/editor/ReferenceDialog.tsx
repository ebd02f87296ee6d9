import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client'
import { ApiProblem, sentenceForError } from '../api/problem'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { editorMessages } from '../messages/editor'
import type { Reference } from './schema/atoms'

const text = editorMessages.reference
const DOCUMENT_NUMBER = /^\d{7,20}$/
const TYPING_PAUSE_MILLISECONDS = 350

interface FoundDocument extends Reference {
  title: string
}

interface Found {
  process: string
  document: string | null
  title: string
}

class NumberOfProcess extends Error {}

async function findDocument(number: string): Promise<FoundDocument> {
  const found = await api.get<Found>('/find', { query: { number } })
  if (!found.document) throw new NumberOfProcess()
  return { number, document: found.document, process: found.process, title: found.title }
}

function sentence(error: unknown): string {
  if (error instanceof NumberOfProcess) return text.isProcess
  if (error instanceof ApiProblem && error.status === 404) return text.notFound
  return sentenceForError(error)
}

interface ReferenceDialogProps {
  onInsert: (reference: Reference) => void
  onClose: () => void
}

/** Cites another document by its number; the title is shown before, so that nobody cites the wrong one. */
export function ReferenceDialog({ onInsert, onClose }: ReferenceDialogProps) {
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  const [error, setError] = useState<string>()
  const number = typed.replace(/\D/g, '')
  const valid = DOCUMENT_NUMBER.test(number)
  const search = useQuery({
    queryKey: ['reference', wanted],
    queryFn: () => findDocument(wanted),
    enabled: DOCUMENT_NUMBER.test(wanted),
  })

  useEffect(() => {
    const timer = setTimeout(() => setWanted(valid ? number : ''), TYPING_PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [number, valid])

  const found = wanted === number ? search.data : undefined
  const searchError = wanted === number && search.error ? sentence(search.error) : undefined
  const submit = () => {
    if (found) onInsert({ number: found.number, document: found.document, process: found.process })
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
      <p role="status">{found ? text.found(found.title, found.number) : search.isFetching ? text.searching : ''}</p>
    </FormDialog>
  )
}
