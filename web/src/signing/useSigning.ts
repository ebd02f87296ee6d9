import { useRef, useState } from 'react'
import { type DocumentToSign, signDocument, type SignatureInput, type SigningResult, SigningStopped } from './signing'

export interface Stop {
  reason: string
  wrongPassword: boolean
}

export interface Signing {
  results: Record<string, SigningResult>
  busy: boolean
  stop: Stop | null
  /** Signs what is not signed yet, one after the other; tells how many are signed in all and why it stopped. */
  run: (input: SignatureInput) => Promise<{ signed: number; stop: Stop | null }>
}

/** Signs a list of documents with one password; each has its own result, never all or nothing in silence. */
export function useSigning(process: string, documents: DocumentToSign[]): Signing {
  const [results, setResults] = useState<Record<string, SigningResult>>({})
  const [busy, setBusy] = useState(false)
  const [stop, setStop] = useState<Stop | null>(null)
  const done = useRef<Record<string, SigningResult>>({})
  const note = (id: string, result: SigningResult) => {
    done.current = { ...done.current, [id]: result }
    setResults(done.current)
  }

  const run = async (input: SignatureInput): Promise<{ signed: number; stop: Stop | null }> => {
    let stopped: Stop | null = null
    setBusy(true)
    setStop(null)
    for (const document of documents) {
      const state = done.current[document.id]?.state
      if (state === 'signed' || state === 'changed') continue
      note(document.id, { state: 'signing' })
      try {
        note(document.id, await signDocument(document.process ?? process, document, input, crypto.randomUUID()))
      } catch (error) {
        note(document.id, { state: 'waiting' })
        if (!(error instanceof SigningStopped)) throw error
        stopped = { reason: error.message, wrongPassword: error.wrongPassword }
        break
      }
    }
    setBusy(false)
    setStop(stopped)
    const signed = Object.values(done.current).filter(({ state }) => state === 'signed').length
    return { signed, stop: stopped }
  }
  return { results, busy, stop, run }
}
