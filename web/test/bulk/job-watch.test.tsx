/** What failed of a job is told in full where the person saw it end, and in a line on any other page (issue 6). */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import JobWatch from '../../src/bulk/JobWatch'
import { leaveJob } from '../../src/bulk/watched'

const JOB = {
  id: 'j1',
  kind: 'bulk',
  title: 'Concluir processos',
  state: 'done',
  total: 2,
  progress: { done: 1, failed: 1, left_out: 0 },
  items: [{ label: '01101.000002/2026-71', message: 'O processo está sobrestado.' }],
  next: null,
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

function open(path: string) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(JOB), { status: 200 })))
  vi.stubGlobal('scrollTo', () => undefined)
  const history = createMemoryHistory({ initialEntries: [path] })
  const client = new QueryClient()
  const page = () => (
    <QueryClientProvider client={client}>
      <JobWatch jobs={['j1']} />
    </QueryClientProvider>
  )
  const router = createRouter({ routeTree: createRootRoute({ component: page, notFoundComponent: () => null }), history })
  render(<RouterProvider router={router} />)
  return history
}

test('what failed is listed where it ended, and a line leads to it from elsewhere', async () => {
  const history = open('/caixa')
  expect(await screen.findByText('O processo está sobrestado.')).toBeTruthy()
  await act(() => Promise.resolve(history.push('/processo/p')))
  expect(screen.queryByText('O processo está sobrestado.')).toBeNull()
  expect(screen.getByText(/1 item feito, 1 não feito/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Dispensar' })).toBeTruthy()
})

test('a page loaded elsewhere says it in a line too, until it is dismissed', async () => {
  open('/caixa')
  expect(await screen.findByText('O processo está sobrestado.')).toBeTruthy()
  cleanup()
  open('/processo/p')
  expect(await screen.findByText(/1 item feito, 1 não feito/)).toBeTruthy()
  expect(screen.queryByText('O processo está sobrestado.')).toBeNull()
  act(() => leaveJob('j1'))
  cleanup()
  open('/processo/p')
  expect(await screen.findByText('O processo está sobrestado.')).toBeTruthy()
})
