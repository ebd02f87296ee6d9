// @vitest-environment node
/** DOC-15: what people type and what the page concludes. */
import { afterEach, expect, test, vi } from 'vitest'
import {
  checkAuthenticity,
  codesFromAddress,
  isCrc,
  isSameFile,
  isVerifier,
  normalizeCodes,
} from '../../src/public/authenticity'

afterEach(() => vi.unstubAllGlobals())

test('codes are accepted as they are printed, with blanks, small letters or the letter O', () => {
  expect(normalizeCodes(' 0977 785 ', '8cco d39d')).toEqual({ verifier: '0977785', crc: '8CC0D39D' })
})

test('codes of the wrong shape are not sent', () => {
  expect(isVerifier('12345')).toBe(false)
  expect(isVerifier('0977785')).toBe(true)
  expect(isCrc('8CC0D39G')).toBe(false)
  expect(isCrc('8CC0D39D')).toBe(true)
})

test('the QR code fills both codes in', () => {
  expect(codesFromAddress('?verificador=0977785&crc=8cc0d39d')).toEqual({ verifier: '0977785', crc: '8CC0D39D' })
  expect(codesFromAddress('')).toBeNull()
})

test.each([
  [404, 'not_found'],
  [400, 'not_found'],
  [503, 'failed'],
])('status %i means %s', async (status, kind) => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status }))
  expect((await checkAuthenticity({ verifier: '0977785', crc: '8CC0D39D' })).kind).toBe(kind)
})

test('too many attempts say how long to wait', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 429, headers: { 'Retry-After': '90' } }))
  expect(await checkAuthenticity({ verifier: '0977785', crc: '8CC0D39D' })).toEqual({ kind: 'too_many', minutes: 2 })
})

test('a file is the same by its own digest only', () => {
  expect(isSameFile('bb', 'BB')).toBe(true)
  expect(isSameFile('cc', 'BB')).toBe(false)
})
