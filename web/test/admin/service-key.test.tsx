/** ACC-09: a key is shown once, is copied whole, and no notice repeats it; what the API refuses in a line names the line. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { EMPTY_SERVICE, fieldProblem, inputOf, missingOf } from '../../src/admin/service-form'
import { ServiceKeyDialog } from '../../src/admin/ServiceKeyDialog'
import { ApiProblem } from '../../src/api/problem'
import { currentToasts } from '../../src/ds/toast'

const KEY = `iperoig_dWJhdHViYQ.${'5'.repeat(64)}`
let sent: { path: string; body: { expires_on: string; seed: string } }[] = []

function open(answers: Response[]) {
  sent = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) as { expires_on: string; seed: string } })
    return answers.shift() ?? new Response('{}', { status: 500 })
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ServiceKeyDialog service={{ id: 'portal', name: 'Portal' }} onClose={vi.fn()} />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const made = () => new Response(JSON.stringify({ id: 'k1', key: KEY, revision: 2 }), { status: 201 })
const refused = () => new Response(JSON.stringify({ code: 'two_keys_live', detail: 'Já há duas chaves em uso.' }), { status: 409 })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the key is shown with its warning and copied whole, and no notice says it', async () => {
  const user = open([made()])
  await user.click(await screen.findByRole('button', { name: 'Criar chave' }))
  expect((await screen.findByText(KEY)).tagName).toBe('CODE')
  expect(screen.getByText(/Esta chave não será mostrada de novo/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Copiar chave' }))
  expect(await navigator.clipboard.readText()).toBe(KEY)
  const told = currentToasts().map(({ text }) => text)
  expect(told).toContain('Chave copiada.')
  expect(told.join()).not.toContain(KEY)
  expect(sent.map(({ path }) => path)).toEqual([expect.stringMatching(/\/administration\/services\/portal\/keys$/)])
  expect(sent[0]?.body.seed).toMatch(/^[\w-]{43}$/)
})

test('a refused key says why, and asking again is another act of the same seed', async () => {
  const user = open([refused(), made()])
  await user.click(await screen.findByRole('button', { name: 'Criar chave' }))
  await screen.findByText('Já há duas chaves em uso.')
  await user.click(screen.getByRole('button', { name: 'Criar chave' }))
  await screen.findByText(KEY)
  expect(sent[1]?.body).toEqual(sent[0]?.body)
})

test('the form sends no empty line and says all that is missing', () => {
  const form = { ...EMPTY_SERVICE, name: ' Portal ', networks: ['200.1.2.0/24', ' ', '300.1 '] }
  expect(inputOf(form)).toEqual({ ...EMPTY_SERVICE, name: 'Portal', networks: ['200.1.2.0/24', '300.1'] })
  expect(Object.keys(missingOf('', form)).toSorted()).toEqual(['code', 'contact', 'operations', 'purpose', 'units'])
})

test('a refused network is told by what was typed', () => {
  const form = { ...EMPTY_SERVICE, networks: ['200.1.2.0/24', '', '300.1'] }
  const problem = new ApiProblem(422, { errors: [{ field: 'networks.1', code: 'invalid', message: 'Escreva uma rede.' }] })
  expect(fieldProblem(problem, 'networks', form)).toBe('300.1: Escreva uma rede.')
  expect(fieldProblem(problem, 'units', form)).toBeUndefined()
})
