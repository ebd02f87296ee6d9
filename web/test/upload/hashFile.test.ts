// @vitest-environment node
/** DOC-08: the checksum sent with the file is its SHA-256. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashFile } from '../../src/upload/hashFile'

test('the digest by chunks equals the digest of the whole', async () => {
  const bytes = new Uint8Array(9 * 1024 * 1024 + 7).map((_byte, index) => index % 251)
  const seen: number[] = []
  const digest = await hashFile(readable(bytes), (fraction) => seen.push(fraction))
  expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(seen.at(-1)).toBe(1)
  expect(seen.length).toBe(3)
})

/** jsdom's Blob lacks arrayBuffer(); this is the part of Blob that hashing uses. */
function readable(bytes: Uint8Array): Blob {
  return {
    size: bytes.length,
    slice: (from: number, to: number) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer }),
  } as unknown as Blob
}
