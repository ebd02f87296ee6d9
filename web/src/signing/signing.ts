import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import type { Signature } from '../api/types'
import { signingMessages } from '../messages/signing'

/** A document as the person saw it: the digest binds the signature to exactly that text (DOC-10). */
export interface DocumentToSign {
  /** Its process, when the documents are of several. */
  process?: string
  id: string
  number: string
  title: string
  digest: string
}

export interface SignatureInput {
  password: string
  role_title: string
}

export type SigningResult =
  | { state: 'waiting' }
  | { state: 'signing' }
  | { state: 'signed' }
  | { state: 'changed'; reason: string }
  | { state: 'failed'; reason: string }

/** Stops the whole round: asking again with the same password would only lock the account. */
export class SigningStopped extends Error {
  readonly wrongPassword: boolean

  constructor(message: string, wrongPassword: boolean) {
    super(message)
    this.wrongPassword = wrongPassword
  }
}

interface SignatureAnswer {
  signatures: Signature[]
  crc: string
}

/** Signs one document; raises SigningStopped when going on with the others makes no sense. */
export async function signDocument(
  process: string,
  document: DocumentToSign,
  input: SignatureInput,
  idempotencyKey: string,
): Promise<SigningResult> {
  const path = `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document.id)}/signatures`
  try {
    await api.post<SignatureAnswer>(path, { ...input, digest: document.digest }, { idempotencyKey })
    return { state: 'signed' }
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { state: 'failed', reason: '' }
    if (error.code === 'wrong_password') throw new SigningStopped(signingMessages.wrongPassword, true)
    if (error.status === 429) {
      throw new SigningStopped(signingMessages.tooManyAttempts(Math.ceil((error.retryAfter ?? 60) / 60)), false)
    }
    if (error.code === 'document_changed') return { state: 'changed', reason: signingMessages.states.changed }
    return { state: 'failed', reason: error.message }
  }
}
