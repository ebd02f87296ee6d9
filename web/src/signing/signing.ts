import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import type { Signature } from '../api/types'
import type { OpenedCertificate } from './certificate'
import { certify } from './certifying'
import { signingMessages } from '../messages/signing'

/** A document as the person saw it: the digest binds the signature to exactly that text (DOC-10). */
export interface DocumentToSign {
  /** Its process, when the documents are of several. */
  process?: string
  id: string
  number: string
  title: string
  digest: string
  /** The weakest level that its type takes, where the screen knows it. */
  minimum?: 'simple' | 'advanced' | 'qualified'
}

export interface SignatureInput {
  password: string
  /** Of the authenticator application, where it is asked (ACC-02). */
  one_time_code?: string
  role_title: string
}

/** Signing with a certificate that was opened here; what is in it stays here. */
export interface CertificateInput {
  certificate: OpenedCertificate
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
  /** The code is missing, wrong or used. */
  readonly wrongCode: boolean

  constructor(message: string, wrongPassword: boolean, wrongCode = false) {
    super(message)
    this.wrongPassword = wrongPassword
    this.wrongCode = wrongCode
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
    stopIfOfAll(error)
    return refused(error.code, error.message)
  }
}

/** Signs one document with a certificate; what is wrong with the certificate is of all documents. */
export async function certifyDocument(
  process: string,
  document: DocumentToSign,
  { certificate, role_title: roleTitle }: CertificateInput,
): Promise<SigningResult> {
  try {
    await certify(process, document, certificate, roleTitle)
    return { state: 'signed' }
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { state: 'failed', reason: '' }
    if (OF_THE_CERTIFICATE.has(error.code) || error.status === 503) throw new SigningStopped(error.message, false)
    return refused(error.code, error.message)
  }
}

const OF_THE_CERTIFICATE = new Set([
  'certificate_expired',
  'certificate_not_trusted',
  'certificate_of_another',
  'certificate_revoked',
  'certificate_unreadable',
  'certificate_without_taxpayer',
  'signature_of_another_key',
  'taxpayer_not_registered',
])

interface BatchAnswer {
  results: { process: string; document: string; signed: boolean; code: string | null; message: string | null }[]
}

/** How many documents go in one request: each is signed by itself, and the screen tells how it goes. */
export const BATCH = 10

/** Signs documents of any processes in one request, with the password verified once; a result for each, in order. */
export async function signDocuments(
  process: string,
  documents: DocumentToSign[],
  input: SignatureInput,
  idempotencyKey: string,
): Promise<SigningResult[]> {
  const wanted = documents.map((one) => ({ process: one.process ?? process, document: one.id, digest: one.digest }))
  try {
    const { results } = await api.post<BatchAnswer>('/signatures', { ...input, documents: wanted }, { idempotencyKey })
    return results.map(({ signed, code, message }) => (signed ? { state: 'signed' } : refused(code ?? '', message ?? '')))
  } catch (error) {
    if (!(error instanceof ApiProblem)) return documents.map(() => ({ state: 'failed', reason: '' }))
    stopIfOfAll(error)
    return documents.map(() => refused(error.code, error.message))
  }
}

function stopIfOfAll(error: ApiProblem): void {
  if (error.code === 'wrong_password') throw new SigningStopped(signingMessages.wrongPassword, true)
  if (error.code === 'wrong_code' || error.code === 'one_time_code_required') {
    throw new SigningStopped(error.message, false, true)
  }
  if (error.status === 429) {
    throw new SigningStopped(signingMessages.tooManyAttempts(Math.ceil((error.retryAfter ?? 60) / 60)), false)
  }
}

export function refused(code: string, message: string): SigningResult {
  if (code === 'document_changed') return { state: 'changed', reason: signingMessages.states.changed }
  return { state: 'failed', reason: message }
}
