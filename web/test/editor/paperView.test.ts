/** web.md, W3: the sheet or the width of the screen, as it was left in this browser. */
import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { paperView, usePaperView } from '../../src/editor/paperView'

const narrow = (matches: boolean) => vi.stubGlobal('matchMedia', () => ({ matches }))
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('a telephone begins with the text in all its width, a desk with the sheet', () => {
  narrow(true)
  expect(paperView()).toBe('web')
  narrow(false)
  expect(paperView()).toBe('page')
})

test('what was chosen stays, whatever the width', () => {
  narrow(true)
  const { result } = renderHook(() => usePaperView())
  act(() => result.current[1]('page'))
  expect(result.current[0]).toBe('page')
  expect(paperView()).toBe('page')
})
