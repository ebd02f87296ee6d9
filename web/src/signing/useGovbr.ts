import { useState } from 'react'
import { sentenceForError } from '../api/problem'
import { govbrMessages } from '../messages/govbr'
import { placeHere } from '../environment'
import { goToGovbr, prepareForGovbr, type ReadyDocument } from './govbr'
import { type DocumentToSign, type SigningResult, SigningStopped } from './signing'
import type { Stop } from './useSigning'

/** Makes the documents ready and goes to gov.br with those that are; the others say why they stay. */
export function useGovbr(process: string, documents: DocumentToSign[]) {
  const [results, setResults] = useState<Record<string, SigningResult>>({})
  const [busy, setBusy] = useState(false)
  const [stop, setStop] = useState<Stop | null>(null)
  const note = (id: string, result: SigningResult) => setResults((before) => ({ ...before, [id]: result }))
  const stopping = (reason: string) => {
    setStop({ reason, wrongPassword: false, wrongCode: false })
    return false
  }

  const prepareAll = async (roleTitle: string) => {
    const ready: ReadyDocument[] = []
    for (const document of documents) {
      note(document.id, { state: 'signing' })
      const made = await prepareForGovbr(process, document, roleTitle)
      if ('preparation' in made) ready.push(made)
      note(document.id, 'preparation' in made ? { state: 'waiting' } : made)
    }
    return ready
  }

  /** Whether the person is on the way to gov.br. */
  const go = async (roleTitle: string): Promise<boolean> => {
    setBusy(true)
    setStop(null)
    try {
      const ready = await prepareAll(roleTitle)
      if (ready.length === 0) return stopping(govbrMessages.none)
      await goToGovbr({ documents: ready, from: placeHere() })
      return true
    } catch (error) {
      setResults({})
      return stopping(error instanceof SigningStopped ? error.message : sentenceForError(error))
    } finally {
      setBusy(false)
    }
  }
  return { results, busy, stop, go }
}
