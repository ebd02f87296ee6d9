/** demands.md 1, web.md §6: the browser's tab says how many processes were not received. */
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faviconWith, useFaviconCount } from '../../src/shell/favicon'

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="http://localhost/favicon.svg">'
})
afterEach(cleanup)

const shown = () => decodeURIComponent(document.querySelector('link')?.href ?? '')

test('the icon carries the number while there is one, and is itself again when there is none', () => {
  const { rerender } = renderHook(({ count }: { count: number | undefined }) => useFaviconCount(count), { initialProps: { count: undefined as number | undefined } })
  expect(shown()).toBe('http://localhost/favicon.svg')
  rerender({ count: 7 })
  expect(shown()).toContain('>7</text>')
  rerender({ count: 12 })
  expect(shown()).toContain('>12</text>')
  rerender({ count: 0 })
  expect(shown()).toBe('http://localhost/favicon.svg')
})

test('many are told as more than ninety-nine', () => {
  expect(faviconWith(99)).toContain('>99</text>')
  expect(faviconWith(100)).toContain('>99+</text>')
})
