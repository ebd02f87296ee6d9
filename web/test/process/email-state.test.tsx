/** DOC-22: an e-mail that arrived is asked for once, whatever happens to its process: cancelled, it is shown to nobody,
 * and asking again would only be refused. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { processKey } from '../../src/api/processes'
import { meQuery } from '../../src/api/session'
import EmailState from '../../src/mail/EmailState'

const SENT = { state: 'sent', reason: '', moved_at: '2026-11-27T12:00:00Z', blind: [], attachments: [] }
let states: string[] = []
let asked = 0

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  asked = 0
  vi.stubGlobal('fetch', () => {
    asked += 1
    return Promise.resolve(new Response(JSON.stringify({ ...SENT, state: states.shift() ?? 'sent' }), { status: 200 }))
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function open() {
  const client = new QueryClient()
  client.setQueryData(meQuery.queryKey, { tenant: { time_zone: 'America/Sao_Paulo' } } as never)
  render(
    <QueryClientProvider client={client}>
      <EmailState process="p" document="d" />
    </QueryClientProvider>,
  )
  return client
}

test('an e-mail on its way is asked for until it arrived', async () => {
  states = ['sending', 'sending', 'sent']
  open()
  await waitFor(() => expect(asked).toBe(1))
  await act(() => vi.advanceTimersByTimeAsync(9_000))
  expect(asked).toBe(3)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(asked).toBe(3)
})

test('an e-mail that arrived is not asked for again when its process changes', async () => {
  states = ['sent']
  const client = open()
  await screen.findByText(/27\/11\/2026/)
  await act(() => client.invalidateQueries({ queryKey: processKey('p') }))
  expect(asked).toBe(1)
})
