/** DOC-08: a large file in parts, sent again only where it is missing; begun again in the same browser within a day. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../src/api/problem'
import { api } from '../../src/api/client'
import { sendParts } from '../../src/upload/parts'
import { begun, forget, remember } from '../../src/upload/resume'

const PART = 4
const file = new File(['aaaabbbbcc'], 'planta.pdf', { lastModified: 7 })
const never = new AbortController().signal

/** A storage that keeps what is put, and a server that tells what is missing, two links at a time. */
function storage(kept: Record<number, string> = {}) {
  const asked: string[] = []
  vi.spyOn(api, 'post').mockImplementation((path: string) => {
    asked.push(path)
    const missing = [1, 2, 3].filter((number) => !(number in kept)).slice(0, 2)
    const links = missing.map((number) => ({ number, url: `https://s3/${number}` }))
    return Promise.resolve({ total: 3, arrived: Object.keys(kept).length, links })
  })
  return { kept, asked }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  localStorage.clear()
})

test('every part goes to its own address, and the file is then closed', async () => {
  const { kept, asked } = storage()
  const seen: number[] = []
  await sendParts('/u', file, PART, (part) => seen.push(part), never, async ({ number }, bytes, onBytes) => {
    kept[number] = await bytes.text()
    onBytes(bytes.size)
  })
  expect(kept).toEqual({ 1: 'aaaa', 2: 'bbbb', 3: 'cc' })
  expect(asked.at(-1)).toBe('/u/completion')
  expect(seen.at(-1)).toBe(1)
  expect(seen).toEqual(seen.toSorted((one, other) => one - other))
})

test('what arrived before is not sent again', async () => {
  const { kept } = storage({ 1: 'aaaa', 3: 'cc' })
  const put = vi.fn(async ({ number }: { number: number }, bytes: Blob) => {
    kept[number] = await bytes.text()
  })
  await sendParts('/u', file, PART, () => undefined, never, put)
  expect(put.mock.calls.map(([link]) => link.number)).toEqual([2])
})

test('a part that fails is tried again; one that goes on failing stops the file, which may be retried', async () => {
  const { kept } = storage({ 1: 'aaaa', 3: 'cc' })
  let times = 0
  const falling = async ({ number }: { number: number }, bytes: Blob) => {
    times += 1
    if (times < 3) throw new Error('caiu')
    kept[number] = await bytes.text()
  }
  const sent = sendParts('/u', file, PART, () => undefined, never, falling)
  await vi.runAllTimersAsync()
  await sent
  expect(times).toBe(3)
  delete kept[2]
  const stopped = sendParts('/u', file, PART, () => undefined, never, () => Promise.reject(new Error('caiu')))
  const told = expect(stopped).rejects.toThrow('caiu')
  await vi.runAllTimersAsync()
  await told
})

test('no connection to the server stops the file as failed, not as refused', async () => {
  vi.spyOn(api, 'post').mockRejectedValue(new ApiProblem(0, { code: 'offline' }))
  await expect(sendParts('/u', file, PART, () => undefined, never)).rejects.toMatchObject({ phase: 'failed' })
})

test('only the same file of the same process goes on with a sending, and only within a day', () => {
  remember('p1', file, { id: 'u1', post: null, part_size: PART })
  remember('p1', new File(['x'], 'pequeno.pdf'), { id: 'u2', post: { url: '', fields: {} }, part_size: null })
  expect(begun('p1', file)).toEqual({ id: 'u1', post: null, part_size: PART })
  expect(begun('p2', file)).toBeNull()
  expect(begun('p1', new File(['aaaabbbbcc'], 'planta.pdf', { lastModified: 8 }))).toBeNull()
  expect(begun('p1', new File(['x'], 'pequeno.pdf'))).toBeNull()
  vi.setSystemTime(Date.now() + 25 * 60 * 60 * 1000)
  expect(begun('p1', file)).toBeNull()
})

test('a sending that ended is forgotten', () => {
  remember('p1', file, { id: 'u1', post: null, part_size: PART })
  forget('p1', file)
  expect(begun('p1', file)).toBeNull()
})
