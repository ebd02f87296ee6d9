/** TRA-02: opening an unread process receives it. TRA-14: opening it clears what is new for the unit. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ProcessPage, Signal } from '../../src/api/types'
import { ReceiptNotice } from '../../src/process/ReceiptNotice'

let received: string[] = []

beforeEach(() => {
  received = []
  vi.stubGlobal('fetch', async (path: string) => {
    received.push(path)
    return new Response('{}', { status: 201 })
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(unread: boolean, signals: Signal[], allowed = true) {
  const page = {
    process: { id: `p-${Math.random()}` },
    presence: { open: true, unread, assignee: null, signals },
    actions: { 'process.receive': { allowed, reason: null } },
  } as unknown as ProcessPage
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReceiptNotice page={page} />
    </QueryClientProvider>,
  )
}

test('opening an unread process receives it and says so', async () => {
  open(true, [])
  await screen.findByText(/Recebido agora por você/)
  expect(received).toHaveLength(1)
})

test('opening a process with news clears them in silence', async () => {
  open(false, ['document_included'])
  await waitFor(() => expect(received).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByText(/Recebido agora/)).toBeNull()
})

test('a process already seen is not received again', async () => {
  open(false, [])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(received).toHaveLength(0)
})

test('who may not receive the process does not try to', async () => {
  open(true, ['document_signed'], false)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(received).toHaveLength(0)
})
