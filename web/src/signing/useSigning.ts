import { useRef, useState } from 'react'
import {
  BATCH,
  certifyDocument,
  type CertificateInput,
  type DocumentToSign,
  signDocument,
  signDocuments,
  type SignatureInput,
  type SigningResult,
  SigningStopped,
} from './signing'

export interface Stop {
  reason: string
  wrongPassword: boolean
  wrongCode: boolean
}

export interface Signing {
  results: Record<string, SigningResult>
  busy: boolean
  stop: Stop | null
  /** Signs what is not signed yet, ten at a time; tells how many are signed in all and why it stopped. */
  run: (input: SignatureInput | CertificateInput) => Promise<{ signed: number; stop: Stop | null }>
}

const settled = (result: SigningResult | undefined) => result?.state === 'signed' || result?.state === 'changed'

function batches(documents: DocumentToSign[], size: number): DocumentToSign[][] {
  const starts = documents.map((_, place) => place).filter((place) => place % size === 0)
  return starts.map((start) => documents.slice(start, start + size))
}

/** One document has a request of its own, whose refusals are told in its own words; a certificate signs one by one. */
async function signBatch(
  process: string,
  batch: DocumentToSign[],
  input: SignatureInput | CertificateInput,
  key: string,
): Promise<SigningResult[]> {
  const [first, ...others] = batch
  if (first && 'certificate' in input) return [await certifyDocument(first.process ?? process, first, input)]
  if ('certificate' in input) return []
  if (first && others.length === 0) {
    return [await signDocument(first.process ?? process, first, input, key)]
  }
  return signDocuments(process, batch, input, key)
}

/** Signs a list of documents with one password or certificate; each has its own result, never all or nothing in silence. */
export function useSigning(process: string, documents: DocumentToSign[]): Signing {
  const [results, setResults] = useState<Record<string, SigningResult>>({})
  const [busy, setBusy] = useState(false)
  const [stop, setStop] = useState<Stop | null>(null)
  const done = useRef<Record<string, SigningResult>>({})
  const note = (id: string, result: SigningResult) => {
    done.current = { ...done.current, [id]: result }
    setResults(done.current)
  }

  const run = async (input: SignatureInput | CertificateInput): Promise<{ signed: number; stop: Stop | null }> => {
    let stopped: Stop | null = null
    setBusy(true)
    setStop(null)
    const waiting = documents.filter(({ id }) => !settled(done.current[id]))
    // The keys of one dialog begin alike: the code that it shows opens once, for all of its requests (ACC-02).
    const family = crypto.randomUUID()
    for (const [turn, batch] of batches(waiting, 'certificate' in input ? 1 : BATCH).entries()) {
      batch.forEach(({ id }) => note(id, { state: 'signing' }))
      try {
        const made = await signBatch(process, batch, input, `${family}.${turn}`)
        batch.forEach(({ id }, place) => note(id, made[place] ?? { state: 'failed', reason: '' }))
      } catch (error) {
        batch.forEach(({ id }) => note(id, { state: 'waiting' }))
        if (!(error instanceof SigningStopped)) throw error
        stopped = { reason: error.message, wrongPassword: error.wrongPassword, wrongCode: error.wrongCode }
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
