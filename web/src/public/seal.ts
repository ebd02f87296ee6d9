import { HOME } from '../environment'

/** The seal of a signature, checked on this device with the installation's published key (DOC-10, DOC-15). */

export interface Proof {
  entry: number
  entry_hash: string
  record: string
  seal: string
  kid: string
}

interface PublicKeyRow {
  kid: string
  spki: string
}

const PREFIX = 'iperoig-signature-1:'
const HALF = 32

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** KMS writes the two numbers of an ECDSA signature in DER; browsers want them side by side, 32 bytes each. */
export function sideBySide(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null
  const made = new Uint8Array(2 * HALF)
  let place = 2
  for (const half of [0, 1]) {
    const length = der[place + 1] ?? 0
    const start = place + 2
    const number = der.slice(start, start + length)
    const digits = number[0] === 0 ? number.slice(1) : number
    if (der[place] !== 0x02 || start + length > der.length || digits.length > HALF) return null
    made.set(digits, (half + 1) * HALF - digits.length)
    place = start + length
  }
  return place === der.length ? made : null
}

async function publishedKeys(): Promise<PublicKeyRow[]> {
  const response = await fetch(`${HOME}/api/public/keys`, { credentials: 'omit' })
  if (!response.ok) throw new Error(String(response.status))
  return ((await response.json()) as { items: PublicKeyRow[] }).items
}

export async function isNamedByItself(kid: string, spki: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', spki))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.slice(0, kid.length) === kid && kid.length === 32
}

/** True or false when it could be checked here; null when it could not (no connection, an old browser). */
export async function checkSeal(proof: Proof, keys: () => Promise<PublicKeyRow[]> = publishedKeys): Promise<boolean | null> {
  try {
    const row = (await keys()).find(({ kid }) => kid === proof.kid)
    if (!row) return false
    const spki = bytesOf(row.spki)
    const signature = sideBySide(bytesOf(proof.seal))
    if (!signature || !(await isNamedByItself(row.kid, spki))) return false
    const curve = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await crypto.subtle.importKey('spki', spki, curve, false, ['verify'])
    const message = new TextEncoder().encode(PREFIX + proof.record)
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, message)
  } catch {
    return null
  }
}
