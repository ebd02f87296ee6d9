/** ACC-02: who is enrolled signs with the code too, and one code serves one dialog. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { meKey } from '../../src/api/session'
import { SignDialog } from '../../src/signing/SignDialog'

const me = {
  user: { id: 'ana', login: 'ana.lima', name: 'Ana Lima', agency: { id: 'pmu', acronym: 'PMU', name: 'Prefeitura' } },
  unit: { id: 'prot', acronym: 'SEMAD/PROT', name: 'Protocolo' },
  role_titles: ['Assistente'],
}
const letters = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `d${place}`,
    number: `10000${place}`,
    title: `Ofício ${place}`,
    digest: '0'.repeat(64),
    process: `p${place}`,
  }))

let sent: { body: Record<string, unknown>; key: string }[] = []

function answering(refusal?: string) {
  sent = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/checks')) return new Response(JSON.stringify({ items: [] }))
    const body = JSON.parse(String(init.body)) as { documents?: { process: string; document: string }[] }
    sent.push({ body, key: new Headers(init.headers).get('Idempotency-Key') ?? '' })
    if (refusal) return new Response(JSON.stringify({ code: refusal, detail: 'Informe o código.' }), { status: 401 })
    const results = body.documents?.map((place) => ({ ...place, signed: true, crc: null, code: null, message: null }))
    return new Response(JSON.stringify({ results }), { status: results ? 200 : 201 })
  })
}

async function open(count: number, asksCode: boolean) {
  const client = new QueryClient()
  client.setQueryData(meKey, { ...me, asks_code: asksCode })
  render(
    <QueryClientProvider client={client}>
      <SignDialog processId="p0" documents={letters(count)} onSigned={vi.fn()} onClose={vi.fn()} />
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByLabelText(/Sua senha/))
  await user.paste('segredo')
  return user
}

async function typeCode(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByLabelText(/Código do aplicativo/))
  await user.paste('123 456')
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('nothing is sent without the code of who is enrolled', async () => {
  answering()
  const user = await open(1, true)
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(screen.getByText('Digite o código que o aplicativo mostra.')).toBeTruthy()
  expect(sent).toHaveLength(0)
  await typeCode(user)
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(sent[0]?.body).toMatchObject({ password: 'segredo', one_time_code: '123 456' })
})

test('the requests of one dialog say that they are of one dialog, so that its code serves all of them', async () => {
  answering()
  const user = await open(12, true)
  await typeCode(user)
  await user.click(screen.getByRole('button', { name: 'Assinar 12 documentos' }))
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ key }) => key.split('.')[0])).size).toBe(1)
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
})

test('a session opened before the enrolment learns from the refusal that a code is asked', async () => {
  answering('one_time_code_required')
  const user = await open(1, false)
  expect(screen.queryByLabelText(/Código do aplicativo/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(screen.getByLabelText(/Código do aplicativo/)).toBeTruthy()
  expect(screen.getByText('Informe o código.')).toBeTruthy()
})
