/** Issue 6, shell and inbox: the counters tell of an act that was done here, though they follow it a moment later. */
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refreshInbox } from '../../src/api/inbox'
import { queryClient } from '../../src/api/query-client'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

/** Asks for what a screen shows; -> how often it was asked. */
function shown(queryKey: string[], data: unknown = 0) {
  const ask = vi.fn<() => Promise<unknown>>(async () => data)
  const leave = new QueryObserver(queryClient, { queryKey, queryFn: ask }).subscribe(() => undefined)
  return { ask, leave }
}

test('the numbers are asked for at once and again when they have followed, once for any many acts', async () => {
  const numbers = shown(['inbox-counters', 'semad'])
  await vi.advanceTimersByTimeAsync(0)
  expect(numbers.ask).toHaveBeenCalledTimes(1)
  await refreshInbox()
  await refreshInbox()
  expect(numbers.ask).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(numbers.ask).toHaveBeenCalledTimes(4)
  numbers.leave()
})

test('a list of many pages is not read a second time for them', async () => {
  const short = shown(['inbox', 'semad', 'short'], { pages: [{}, {}] })
  const long = shown(['inbox', 'semad', 'long'], { pages: [{}, {}, {}] })
  await vi.advanceTimersByTimeAsync(0)
  await refreshInbox()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(short.ask).toHaveBeenCalledTimes(3)
  expect(long.ask).toHaveBeenCalledTimes(2)
  short.leave()
  long.leave()
})
