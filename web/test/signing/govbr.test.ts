/** DOC-10: the round to gov.br and back: what is ready goes, what comes back is finished one by one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finishRound, forgetRound, goToGovbr, prepareForGovbr, roundUnderWay, type Round } from '../../src/signing/govbr'
import { SigningStopped } from '../../src/signing/signing'

const letter = { id: 'd1', number: '1', title: 'Ofício', digest: 'ab'.repeat(32) }
const round: Round = {
  from: '/processo/p1',
  documents: ['d1', 'd2', 'd3'].map((id) => ({ process: 'p1', id, number: '1', title: id, preparation: `r-${id}` })),
}
let sent: { path: string; body: unknown }[] = []

function answering(answer: (path: string) => [number, unknown]) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) })
    const [status, body] = answer(path)
    return new Response(JSON.stringify(body), { status })
  })
}

const problem = (code: string, detail = 'Motivo do servidor.') => ({ code, detail, status: 409 })

beforeEach(() => {
  sent = []
})
afterEach(() => {
  forgetRound()
  vi.unstubAllGlobals()
})

test('a document is made ready with the text that was read', async () => {
  answering(() => [201, { id: 'r1', expires_at: '' }])
  expect(await prepareForGovbr('p1', letter, 'Agente')).toMatchObject({ process: 'p1', id: 'd1', preparation: 'r1' })
  expect(sent).toEqual([
    { path: '/api/processes/p1/documents/d1/govbr-signatures', body: { role_title: 'Agente', digest: letter.digest } },
  ])
})

test('one that changed says so; a person without CPF stops the round', async () => {
  answering(() => [409, problem('document_changed')])
  expect(await prepareForGovbr('p1', letter, 'Agente')).toMatchObject({ state: 'changed' })
  answering(() => [409, problem('taxpayer_not_registered', 'Sem CPF.')])
  await expect(prepareForGovbr('p1', letter, 'Agente')).rejects.toThrow(SigningStopped)
})

test('what is ready is remembered by this tab before it leaves', async () => {
  answering(() => [201, { url: 'https://govbr.example/authorize' }])
  const left: string[] = []
  await goToGovbr(round, (url) => left.push(url))
  expect([left, roundUnderWay()]).toEqual([['https://govbr.example/authorize'], round])
  expect(sent[0]?.body).toEqual({ documents: 3 })
})

test('each document has its own result, and one that fails undoes no other', async () => {
  answering((path) => {
    if (path === '/api/govbr-signatures')
      return [200, { items: [{ signature: 'aa' }, { signature: null, message: 'O gov.br não respondeu.' }, { signature: 'cc' }] }]
    return path.includes('d3') ? [409, problem('document_changed')] : [201, { signatures: [], crc: 'x' }]
  })
  const results: Record<string, unknown> = {}
  await finishRound(round, { code: 'c', state: 's' }, (id, result) => (results[id] = result))
  expect(results).toMatchObject({
    d1: { state: 'signed' },
    d2: { state: 'failed', reason: 'O gov.br não respondeu.' },
    d3: { state: 'changed' },
  })
  expect(sent.slice(1).map(({ path }) => path)).toEqual([
    '/api/processes/p1/documents/d1/govbr-signatures/r-d1',
    '/api/processes/p1/documents/d3/govbr-signatures/r-d3',
  ])
})
