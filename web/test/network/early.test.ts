/** What is asked for before the application comes is what its screens ask, word for word: else it would be asked twice. */
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { earlyScript } from '../../scripts/early'
import { api } from '../../src/api/client'
import { documentQuery } from '../../src/api/documents'
import { inboxQuery } from '../../src/api/inbox'
import { processQuery } from '../../src/api/processes'
import { providersQuery } from '../../src/api/providers'
import { meQuery, tenantQuery } from '../../src/api/session'
import { filtersOf, readInboxSearch } from '../../src/inbox/search'

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const asked = vi.fn<typeof fetch>(async () => new Response('{"items":[]}', { status: 200 }))
const paths = () => asked.mock.calls.map(([address]) => String(address))

const inbox = (search: Record<string, string> = {}) => client.fetchInfiniteQuery(inboxQuery('semma-lic', filtersOf(readInboxSearch(search))))
const me = () => client.fetchQuery(meQuery)
const process = () => client.fetchQuery(processQuery('p1'))
const text = () => client.fetchQuery(documentQuery('p1', '00001-d1'))

function arriveAt(address: string) {
  history.replaceState(null, '', address)
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function(earlyScript(() => ['/assets/screen.js', '/assets/screen.css']))()
}

beforeEach(() => vi.stubGlobal('fetch', asked))
afterEach(() => {
  client.clear()
  asked.mockClear()
  document.head.replaceChildren()
  globalThis.early = undefined
})

test.each([
  ['/entrar?voltar=%2Fcaixa', [() => client.fetchQuery(tenantQuery), () => client.fetchQuery(providersQuery)]],
  ['/caixa', [me, inbox]],
  ['/caixa?aba=todos', [me, () => inbox({ aba: 'todos' })]],
  ['/caixa?aba=gerados', [me, () => inbox({ aba: 'gerados' })]],
  ['/processo/p1?painel=dados', [me, process]],
  ['/processo/p1/documento/00001-d1', [me, process, text]],
  ['/processo/p1/documento/00001-d1/editar', [me, text]],
  ['/processo/novo', [me]],
  ['/blocos', [me]],
])('%s asks before the application what its screen asks', async (address, asks) => {
  arriveAt(address)
  const before = paths()
  await Promise.all(asks.map((ask) => ask()))
  expect(paths()).toEqual(before)
  expect(before).toHaveLength(asks.length)
})

test('a screen is asked for with its style, and what others share is not', () => {
  arriveAt('/processo/p1')
  const links = [...document.querySelectorAll('link')].map(({ rel, href }) => [rel, new URL(href).pathname])
  expect(links).toEqual([['modulepreload', '/assets/screen.js'], ['preload', '/assets/screen.css']])
})

test('nobody is asked who they are at the doors outside', () => {
  for (const address of ['/entrar/retorno', '/esqueci-a-senha', '/senha']) arriveAt(address)
  expect(paths()).toEqual([])
})

test('an answer serves once, and none after an act', async () => {
  arriveAt('/caixa')
  await api.get('/me')
  await api.get('/me')
  await api.post('/sessions', {})
  await api.get('/inbox', { query: { tab: 'received' } })
  expect(paths()).toEqual(['/api/me', '/api/inbox?tab=received', '/api/me', '/api/sessions', '/api/inbox?tab=received'])
})
