// @vitest-environment node
/** DOC-10: a certificate in a file is opened and used in the browser; what leaves it is public. */
import { createVerify, generateKeyPairSync } from 'node:crypto'
import forge from 'node-forge'
import { beforeAll, expect, test } from 'vitest'
import { CertificateUnusable, openCertificate } from '../../src/signing/certificate'

const PASSWORD = 'guarda-chuva é 1'
const NOW = new Date('2026-11-27T12:00:00Z')
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const forged = ({ privateKey }: typeof pair) =>
  forge.pki.privateKeyFromPem(String(privateKey.export({ type: 'pkcs1', format: 'pem' })))
const key = forged(pair)
const other = forged(generateKeyPairSync('rsa', { modulusLength: 2048 }))

function certificate(name: string, of = key, until = '2027-01-01T00:00:00Z'): forge.pki.Certificate {
  const made = forge.pki.createCertificate()
  made.publicKey = forge.pki.rsa.setPublicKey(of.n, of.e)
  made.serialNumber = '0a'
  made.validity.notBefore = new Date('2026-01-01T00:00:00Z')
  made.validity.notAfter = new Date(until)
  made.setSubject([{ name: 'commonName', value: name }])
  made.setIssuer([{ name: 'commonName', value: 'AC de Prova' }])
  made.sign(of, forge.md.sha256.create())
  return made
}

function packed(certificates: forge.pki.Certificate[], algorithm: '3des' | 'aes256' = '3des'): ArrayBuffer {
  const made = forge.pkcs12.toPkcs12Asn1(key, certificates, PASSWORD, { algorithm })
  return Uint8Array.from(forge.asn1.toDer(made).getBytes(), (character) => character.charCodeAt(0)).buffer
}

let own: forge.pki.Certificate
let authority: forge.pki.Certificate
beforeAll(() => {
  own = certificate('ANA LIMA:52998224725')
  authority = certificate('AC de Prova', other)
})

const refused = async (data: ArrayBuffer, password = PASSWORD, now = NOW) => {
  const error = await openCertificate(data, password, now).catch((raised: unknown) => raised)
  expect(error).toBeInstanceOf(CertificateUnusable)
  return (error as CertificateUnusable).reason
}

test.each(['3des', 'aes256'] as const)('a file protected by %s opens, and its key signs what is asked', async (algorithm) => {
  const opened = await openCertificate(packed([authority, own], algorithm), PASSWORD, NOW)
  expect([opened.holder, opened.issuer]).toEqual(['ANA LIMA', 'AC de Prova'])
  const signature = await opened.sign(Buffer.from('os atributos').toString('base64'))
  const check = createVerify('sha256').update('os atributos')
  expect(check.verify(pair.publicKey, signature, 'base64')).toBe(true)
})

test('the chain begins with the certificate of the key, whatever the order in the file', async () => {
  const { chain } = await openCertificate(packed([authority, own]), PASSWORD, NOW)
  const names = chain.map((der) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(forge.util.decode64(der))).subject.getField('CN').value)
  expect(names).toEqual(['ANA LIMA:52998224725', 'AC de Prova'])
})

test('what comes out holds no part of the key', async () => {
  const opened = await openCertificate(packed([own]), PASSWORD, NOW)
  const out = opened.chain.map((der) => Buffer.from(der, 'base64').toString('hex')).join()
  for (const secret of [key.d, key.p, key.q]) expect(out).not.toContain(secret.toString(16))
  expect(JSON.stringify(opened)).not.toContain('"d"')
})

test('why a file does not open is told apart', async () => {
  expect(await refused(packed([own]), 'errada')).toBe('password')
  expect(await refused(new TextEncoder().encode('não é um certificado').buffer)).toBe('file')
  expect(await refused(new ArrayBuffer(0))).toBe('file')
  expect(await refused(packed([authority]))).toBe('key')
  expect(await refused(packed([certificate('ANA', key, '2026-06-01T00:00:00Z')]))).toBe('expired')
})
