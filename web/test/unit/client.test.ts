// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, send } from '../../src/api/client'
import { ApiProblem } from '../../src/api/problem'
import { processWaiting, settlePassword } from '../../src/api/secret-gate'
import { isWaitingForSession, settleSession } from '../../src/api/session-gate'

/** Client of the HTTP API: idempotent retries, problems in Portuguese, requests that survive the end of the session. */
interface Call {
  url: string
  key: string | null
  match: string | null
}
let calls: Call[]
let answers: (() => Response | Promise<Response>)[]

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => () =>
  new Response(JSON.stringify(body), { status, headers })
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))

beforeEach(() => {
  vi.useFakeTimers()
  calls = []
  answers = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const headers = init.headers as Headers
    calls.push({ url, key: headers.get('Idempotency-Key'), match: headers.get('If-Match') })
    return answers.shift()?.() ?? Promise.reject(new Error('no answer prepared'))
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('API client', () => {
  it('repeats a write that did not arrive with the same idempotency key', async () => {
    answers = [unreachable, json(503, {}), json(201, { id: 'x' })]
    const done = api.post('/processes', { specification: 'x' })
    await vi.runAllTimersAsync()
    await expect(done).resolves.toEqual({ id: 'x' })
    expect(calls).toHaveLength(3)
    expect(calls[0]?.key).toBeTruthy()
    expect(new Set(calls.map((call) => call.key)).size).toBe(1)
  })

  it('still has all its retries after it took a reading again', async () => {
    let late: (answer: Response) => void = () => undefined
    answers = [
      () => new Promise<Response>((resolve) => (late = resolve)),
      json(201, { id: 'x' }),
      unreachable,
      json(503, {}),
      json(200, { items: ['x'] }),
    ]
    const list = api.get('/processes/p/comments')
    await api.post('/processes/p/comments', { text: 'x' })
    late(new Response(JSON.stringify({ items: [] })))
    await vi.runAllTimersAsync()
    await expect(list).resolves.toEqual({ items: ['x'] })
    expect(calls).toHaveLength(5)
  })

  it('takes again a reading that a write of this tab overtook, so that a list shows what was just done', async () => {
    let late: (answer: Response) => void = () => undefined
    answers = [
      () => new Promise<Response>((resolve) => (late = resolve)),
      json(201, { id: 'x' }),
      json(200, { items: ['x'] }),
    ]
    const list = api.get('/processes/p/comments')
    await api.post('/processes/p/comments', { text: 'x' })
    late(new Response(JSON.stringify({ items: [] })))
    await expect(list).resolves.toEqual({ items: ['x'] })
    expect(calls.map((call) => call.key !== null)).toEqual([false, true, false])
  })

  it('does not repeat what was refused, and shows the sentence and the field of the problem', async () => {
    const errors = [{ field: 'specification', code: 'too_long', message: 'Até 100 caracteres.' }]
    answers = [json(400, { code: 'invalid_request', detail: 'Confira os dados.', errors })]
    const problem = await api.post('/processes', {}).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect((problem as ApiProblem).message).toBe('Confira os dados.')
    expect((problem as ApiProblem).field('specification')).toBe('Até 100 caracteres.')
    expect(calls).toHaveLength(1)
  })

  it('waits for the new login and then sends the same write again', async () => {
    answers = [json(401, { code: 'session_expired' }), json(200, { saved: true })]
    const done = api.put('/processes/p/documents/d/content', { content: {} }, { ifMatch: 'r7' })
    await vi.waitFor(() => expect(isWaitingForSession()).toBe(true))
    settleSession(true)
    await expect(done).resolves.toEqual({ saved: true })
    expect(calls[0]?.key).toBe(calls[1]?.key)
    expect(calls[1]?.match).toBe('"r7"')
  })

  it.each([
    ['a session that ended (ACC-01)', 401, 'session_expired', isWaitingForSession, settleSession],
    ['a confidential process (SIG-01)', 403, 'confidential_password_required', () => processWaiting() !== null, settlePassword],
  ])('does not ask the password of %s again for what was refused late, after it was given', async (_, status, code, isWaiting, settle) => {
    let late: (answer: Response) => void = () => undefined
    answers = [
      () => new Promise<Response>((resolve) => (late = resolve)),
      json(status, { code }),
      json(200, { saved: true }),
      json(200, { items: [] }),
    ]
    const slow = api.get('/processes/p/history')
    const write = api.put('/processes/p/documents/d/content', { content: {} })
    await vi.waitFor(() => expect(isWaiting()).toBe(true))
    settle(true)
    await expect(write).resolves.toEqual({ saved: true })
    late(new Response(JSON.stringify({ code }), { status }))
    await expect(slow).resolves.toEqual({ items: [] })
    expect(isWaiting()).toBe(false)
  })

  it('gives up with the problem when the person closes the login dialog', async () => {
    answers = [json(401, { code: 'session_required' })]
    const done = api.get('/inbox').catch((error: unknown) => error)
    await vi.waitFor(() => expect(isWaitingForSession()).toBe(true))
    settleSession(false)
    expect(await done).toMatchObject({ status: 401, code: 'session_required' })
  })

  it('does not take a wrong password for the end of the session', async () => {
    answers = [json(401, { code: 'wrong_password', detail: 'Senha não confere.' })]
    await expect(api.post('/processes/p/documents/d/signatures', {})).rejects.toMatchObject({ code: 'wrong_password' })
    expect(isWaitingForSession()).toBe(false)
  })

  it('leaves out empty filters and gives the revision without quotes', async () => {
    answers = [json(200, {}, { ETag: 'W/"abc"' })]
    const { etag } = await send('GET', '/inbox', { query: { tab: 'all', type: '', unread: undefined, cursor: null } })
    expect(calls[0]?.url).toBe('/api/inbox?tab=all')
    expect(calls[0]?.key).toBeNull()
    expect(etag).toBe('abc')
  })
})
