// @vitest-environment node
/** DOC-08: reading a long PDF goes on although each address lasts a minute. */
import { afterEach, expect, test, vi } from 'vitest'
import { RangeReader } from '../../src/viewer/pdf/rangeReader'

afterEach(() => vi.unstubAllGlobals())

function addresses(secondsEach: number) {
  let asked = 0
  const ask = async () => {
    asked += 1
    const expires_at = new Date(Date.now() + secondsEach * 1000).toISOString()
    return { url: `https://storage/${asked}`, file_name: 'a.pdf', media_type: 'application/pdf', expires_at }
  }
  return { ask, count: () => asked }
}

const partial = (text: string) => new Response(text, { status: 206 })

test('one address serves many ranges while it holds', async () => {
  const { ask, count } = addresses(60)
  const seen: string[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    seen.push(`${url} ${new Headers(init.headers).get('Range')}`)
    return partial('abcd')
  })
  const reader = new RangeReader(ask)
  await reader.read(0, 4)
  await reader.read(4, 8)
  expect(count()).toBe(1)
  expect(seen).toEqual(['https://storage/1 bytes=0-3', 'https://storage/1 bytes=4-7'])
})

test('an address about to expire is not used again', async () => {
  const { ask, count } = addresses(3)
  vi.stubGlobal('fetch', async () => partial('abcd'))
  const reader = new RangeReader(ask)
  await reader.read(0, 4)
  await reader.read(4, 8)
  expect(count()).toBe(2)
})

test('a refused address is replaced and the range read again', async () => {
  const { ask } = addresses(60)
  vi.stubGlobal('fetch', async (url: string) =>
    url.endsWith('/1') ? new Response('', { status: 403 }) : partial('abcd'),
  )
  expect(await new RangeReader(ask).read(0, 4)).toEqual(new TextEncoder().encode('abcd'))
})

test('a storage that ignores ranges still gives only what was asked', async () => {
  const { ask } = addresses(60)
  vi.stubGlobal('fetch', async () => new Response('abcdefgh', { status: 200 }))
  expect(await new RangeReader(ask).read(2, 4)).toEqual(new TextEncoder().encode('cd'))
})

test('it gives up after three attempts', async () => {
  const { ask, count } = addresses(60)
  vi.stubGlobal('fetch', async () => new Response('', { status: 500 }))
  await expect(new RangeReader(ask).read(0, 4)).rejects.toThrow('500')
  expect(count()).toBe(3)
})
