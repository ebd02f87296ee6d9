/** What the unit has to see to in a process: ticked at once on the screen, and as it was when refused (demands 1). */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meQuery } from '../../src/api/session'
import { Checklist } from '../../src/checklists/Checklist'

let asked: { path: string; method: string | undefined; body: string }[] = []
let answer: () => Promise<Response>

beforeEach(() => {
  asked = []
  answer = async () => new Response('{}', { status: 200 })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!init.body && init.method === 'GET') return Promise.resolve(new Response('{"templates":[],"revision":0}', { status: 200 }))
    asked.push({ path, method: init.method, body: String(init.body) })
    return answer()
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const done = { id: 'i1', text: 'Conferir a planta', by: { id: 'ana', name: 'Ana Lima' }, at: '2026-11-27T12:00:00Z' }
const todo = { id: 'i2', text: 'Conferir o IPTU', by: null, at: null }

function open(refusal: string | null = null) {
  const client = new QueryClient()
  client.setQueryData(meQuery.queryKey, {
    unit: { id: 'u', acronym: 'U' },
    user: { id: 'ana', name: 'Ana Lima' },
    tenant: { time_zone: 'America/Sao_Paulo' },
  } as never)
  render(
    <QueryClientProvider client={client}>
      <Checklist process="p" items={[done, todo]} refusal={refusal} />
    </QueryClientProvider>,
  )
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

test('says how much is done, by whom, and ticks at once', async () => {
  let settle: (response: Response) => void = () => undefined
  answer = () => new Promise((resolve) => (settle = resolve))
  open()
  expect(screen.getByText('1 de 2 feitos')).toBeTruthy()
  expect(screen.getByText(/Feito por Ana Lima/)).toBeTruthy()
  fireEvent.click(box('Conferir o IPTU'))
  expect(box('Conferir o IPTU').checked).toBe(true)
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.path).toContain('/processes/p/checklist/i2')
  expect(asked[0]?.body).toBe('{"done":true}')
  settle(new Response('{}', { status: 200 }))
})

test('a refusal is told and the box is as it was', async () => {
  answer = async () => new Response('{"code":"item_done","detail":"Ana Lima já marcou este item como feito."}', { status: 409 })
  open()
  fireEvent.click(box('Conferir o IPTU'))
  await screen.findByText('Ana Lima já marcou este item como feito.')
  expect(box('Conferir o IPTU').checked).toBe(false)
})

test('who may not change it reads it', () => {
  open('O processo não está aberto na sua unidade.')
  expect(box('Conferir o IPTU').disabled).toBe(true)
  expect(screen.queryByRole('button', { name: 'Incluir item' })).toBeNull()
})
