/**
 * A certificate in a file of this computer (A1), opened and used here: neither the file, nor its password, nor its key
 * goes anywhere. Loaded only when somebody chooses one (DOC-10).
 */
import forge from 'node-forge/lib/forge'
import 'node-forge/lib/pkcs12'

export interface OpenedCertificate {
  holder: string
  issuer: string
  until: Date
  /** Certificates in DER and Base64, the holder's first. */
  chain: string[]
  /** The signature (RSA with SHA-256) of bytes in Base64, in Base64. */
  sign: (toSign: string) => Promise<string>
}

/** Why a file does not open: what the person may do differs. */
export class CertificateUnusable extends Error {
  readonly reason: 'file' | 'password' | 'key' | 'expired'

  constructor(reason: CertificateUnusable['reason']) {
    super(reason)
    this.reason = reason
  }
}

type Bags = forge.pkcs12.Pkcs12Pfx

/** Opens the file. Raises CertificateUnusable. */
export async function openCertificate(data: ArrayBuffer, password: string, now = new Date()): Promise<OpenedCertificate> {
  const bags = read(data, password)
  const key = keyOf(bags)
  const certificates = certificatesOf(bags)
  const own = certificates.find(({ publicKey }) => (publicKey as forge.pki.rsa.PublicKey).n.equals(key.n))
  if (!own) throw new CertificateUnusable('key')
  if (now > own.validity.notAfter || now < own.validity.notBefore) throw new CertificateUnusable('expired')
  const imported = await importKey(key)
  return {
    holder: commonName(own.subject),
    issuer: commonName(own.issuer),
    until: own.validity.notAfter,
    chain: [own, ...certificates.filter((one) => one !== own)].map(derOf),
    sign: async (toSign) => encode(await crypto.subtle.sign(ALGORITHM, imported, decode(toSign))),
  }
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

function read(data: ArrayBuffer, password: string): Bags {
  let parsed: forge.asn1.Asn1
  try {
    parsed = forge.asn1.fromDer(forge.util.createBuffer(forge.util.binary.raw.encode(new Uint8Array(data))))
  } catch {
    throw new CertificateUnusable('file')
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(parsed, false, password)
  } catch (error) {
    throw new CertificateUnusable(/password|MAC|decrypt/i.test(String(error)) ? 'password' : 'file')
  }
}

function keyOf(bags: Bags): forge.pki.rsa.PrivateKey {
  const { pkcs8ShroudedKeyBag, keyBag } = forge.pki.oids as Record<string, string>
  const found = [pkcs8ShroudedKeyBag, keyBag].flatMap((type) => bags.getBags({ bagType: type! })[type!] ?? [])
  const key = found.find((bag) => bag.key)?.key
  if (!key) throw new CertificateUnusable('key')
  return key as forge.pki.rsa.PrivateKey
}

function certificatesOf(bags: Bags): forge.pki.Certificate[] {
  const type = forge.pki.oids.certBag!
  return (bags.getBags({ bagType: type })[type] ?? []).flatMap(({ cert }) => (cert ? [cert] : []))
}

/** From here on the browser holds the key, and gives it to nobody, not even to this page. */
function importKey(key: forge.pki.rsa.PrivateKey): Promise<CryptoKey> {
  const wrapped = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))
  const bytes = forge.util.binary.raw.decode(forge.asn1.toDer(wrapped).getBytes())
  return crypto.subtle.importKey('pkcs8', bytes as BufferSource, ALGORITHM, false, ['sign'])
}

function derOf(certificate: forge.pki.Certificate): string {
  return forge.util.encode64(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes())
}

function commonName(name: { getField: (field: string) => { value?: unknown } | null }): string {
  return String(name.getField('CN')?.value ?? '').replace(/:\d{11,14}$/, '')
}

function encode(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

function decode(text: string): BufferSource {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
