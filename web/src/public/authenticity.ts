import { HOME } from '../environment'
import type { Proof } from './seal'

/** The authenticity check as the API answers it (DOC-15). */
export interface Authenticity {
  document: {
    type: string | { name: string }
    number: string
    type_number: string | null
    process_nup: string
    unit: string | { acronym: string; name?: string }
    agency: string | { acronym: string; name?: string }
    signed_at: string
  }
  signatures: {
    signer: { name: string } | string
    role_title: string
    unit: { acronym: string } | string
    at: string
    method: 'password' | 'certificate' | 'govbr'
    level: 'simple' | 'advanced' | 'qualified'
    certificate: { issuer: string; serial: string; timestamp: string | null } | null
    proof: Proof | null
  }[]
  digest: string
  /** Digest of the PDF file itself; `digest` is that of the text. Null when the content is not public. */
  pdf_digest: string | null
  html: string | null
  pdf: string | null
  /** The PDF with certificates' signatures inside, when there is one and anybody may read it. */
  signed_pdf: string | null
  content_available: boolean
  reason: string | null
  /** When a file was checked: whether it is the document as it is now, or before a later signature. */
  file: 'current' | 'earlier' | null
}

export type CheckOutcome =
  | { kind: 'found'; result: Authenticity }
  | { kind: 'not_found' }
  | { kind: 'too_many'; minutes: number }
  | { kind: 'offline' }
  | { kind: 'unreadable' }
  | { kind: 'failed' }

export interface Codes {
  verifier: string
  crc: string
}

const VERIFIER = /^\d{7,20}$/
const CRC = /^[0-9A-F]{8}$/

/** What people type: blanks and dots come off the page, and the letter O is never part of a hexadecimal code. */
export function normalizeCodes(verifier: string, crc: string): Codes {
  return {
    verifier: verifier.replace(/[\s.-]/g, ''),
    crc: crc
      .replace(/[\s.-]/g, '')
      .toUpperCase()
      .replaceAll('O', '0'),
  }
}

export function isVerifier(verifier: string): boolean {
  return VERIFIER.test(verifier)
}

export function isCrc(crc: string): boolean {
  return CRC.test(crc)
}

export function codesFromAddress(search: string): Codes | null {
  const query = new URLSearchParams(search)
  const verifier = query.get('verificador')
  const crc = query.get('crc')
  return verifier || crc ? normalizeCodes(verifier ?? '', crc ?? '') : null
}

export function checkAuthenticity({ verifier, crc }: Codes): Promise<CheckOutcome> {
  return ask(`${HOME}/api/public/authenticity?${new URLSearchParams({ verifier, crc })}`)
}

/** Asks by the digest of a file, computed here: the file itself is never sent. */
export async function checkFile(file: Blob): Promise<CheckOutcome> {
  let digest: string
  try {
    digest = await fileDigest(file)
  } catch {
    return { kind: 'unreadable' }
  }
  return ask(`${HOME}/api/public/files/${digest}`)
}

async function ask(address: string): Promise<CheckOutcome> {
  let response: Response
  try {
    response = await fetch(address, {
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
    })
  } catch {
    return { kind: 'offline' }
  }
  if (response.ok) return { kind: 'found', result: (await response.json()) as Authenticity }
  if (response.status === 404 || response.status === 400) return { kind: 'not_found' }
  if (response.status === 429) {
    return { kind: 'too_many', minutes: Math.max(1, Math.ceil(Number(response.headers.get('Retry-After') ?? 60) / 60)) }
  }
  return { kind: 'failed' }
}

/** SHA-256 (hex) of a file, computed here; the file goes nowhere. */
export async function fileDigest(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function isSameFile(digest: string, registered: string): boolean {
  return registered.toLowerCase() === digest
}
