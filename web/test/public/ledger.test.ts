// @vitest-environment node
/** Issue 5 §4: what was signed of a ledger is checked on the device. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkNote } from '../../src/public/ledger'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = publicKey.export({ format: 'der', type: 'spki' })
const digest = createHash('sha256').update(spki).digest()
const key = { kid: digest.toString('hex').slice(0, 32), spki: spki.toString('base64') }
const text = `iperoig/ubatuba/pmu\n4711\n${Buffer.alloc(32, 7).toString('base64')}\nat 2026-11-27T13:00:00Z\n`

function noteOf(signed: string): string {
  const mark = Buffer.concat([digest.subarray(0, 4), sign('sha256', Buffer.from(signed), privateKey)])
  return `${text}\n— iperoig/ubatuba/pmu ${mark.toString('base64')}\n`
}

test('a note signed by the key is good', async () => {
  for (let turn = 0; turn < 20; turn += 1) expect(await checkNote(noteOf(text), key)).toBe(true)
})

test('a note of another text, another key or no form is not', async () => {
  expect(await checkNote(noteOf(text.replace('4711', '4712')), key)).toBe(false)
  expect(await checkNote(noteOf(text).replace('4711', '4710'), key)).toBe(false)
  expect(await checkNote(noteOf(text), { ...key, kid: '0'.repeat(32) })).toBe(false)
  expect(await checkNote(text, key)).toBe(false)
})
