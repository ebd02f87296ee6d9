// @vitest-environment node
/** DOC-15: the seal of a signature is checked on the device, with the published key. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkFile } from '../../src/public/authenticity'
import { checkSeal, type Proof, sideBySide } from '../../src/public/seal'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = publicKey.export({ format: 'der', type: 'spki' })
const kid = createHash('sha256').update(spki).digest('hex').slice(0, 32)
const published = [{ kid, spki: spki.toString('base64') }]
const record = 'a'.repeat(64)
const seal = sign('sha256', Buffer.from(`iperoig-signature-1:${record}`), privateKey)
const proof: Proof = { entry: 3, entry_hash: 'b'.repeat(64), record, seal: seal.toString('base64'), kid }

const keys = async () => published

test('a good seal is good, whatever the lengths of its two numbers', async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    const made = sign('sha256', Buffer.from(`iperoig-signature-1:${record}`), privateKey)
    expect(await checkSeal({ ...proof, seal: made.toString('base64') }, keys)).toBe(true)
  }
})

test('any other record or seal is not', async () => {
  expect(await checkSeal({ ...proof, record: 'c'.repeat(64) }, keys)).toBe(false)
  for (let place = 0; place < seal.length; place += 1) {
    const changed = Buffer.from(seal)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(await checkSeal({ ...proof, seal: changed.toString('base64') }, keys)).toBe(false)
  }
})

test('a key that is not published, or that is not the one of its name, serves nothing', async () => {
  expect(await checkSeal(proof, async () => [])).toBe(false)
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' })
  expect(await checkSeal(proof, async () => [{ kid, spki: other.toString('base64') }])).toBe(false)
})

test('without a connection nothing is said of the seal', async () => {
  const offline = () => Promise.reject(new TypeError('offline'))
  expect(await checkSeal(proof, offline)).toBeNull()
})

test('what is not DER is refused', () => {
  expect(sideBySide(new Uint8Array([0x30, 0]))).toBeNull()
  expect(sideBySide(new Uint8Array(0))).toBeNull()
})

test('only the digest of a chosen file is asked about', async () => {
  const asked: [string, RequestInit | undefined][] = []
  globalThis.fetch = async (path, init) => {
    asked.push([String(path), init])
    return new Response('{}', { status: 404 })
  }
  const outcome = await checkFile(new Blob(['%PDF-1.7 segredo']))
  const digest = createHash('sha256').update('%PDF-1.7 segredo').digest('hex')
  expect(outcome.kind).toBe('not_found')
  expect(asked.map(([path, init]) => [path, init?.method, init?.body])).toEqual([
    [`/api/public/files/${digest}`, undefined, undefined],
  ])
})
