/** What failed of a job is told in full where the person saw it end, and in a line on any other page (issue 6). */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import JobWatch from '../../src/bulk/JobWatch'

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
  vi.unstubAllGlobals()
})

test('what failed is listed where it ended, and a line leads to it from elsewhere', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(JOB), { status: 200 })))
  vi.stubGlobal('scrollTo', () => undefined)
  const history = createMemoryHistory({ initialEntries: ['/caixa'] })
  const page = () => (
    <QueryClientProvider client={client}>
      <JobWatch jobs={['j1']} />
    </QueryClientProvider>
  )
  const client = new QueryClient()
  const router = createRouter({ routeTree: createRootRoute({ component: page, notFoundComponent: () => null }), history })
  render(<RouterProvider router={router} />)
  expect(await screen.findByText('O processo está sobrestado.')).toBeTruthy()
  await act(() => Promise.resolve(history.push('/processo/p')))
  expect(screen.queryByText('O processo está sobrestado.')).toBeNull()
  expect(screen.getByText(/1 item feito, 1 não feito/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Dispensar' })).toBeTruthy()
})
