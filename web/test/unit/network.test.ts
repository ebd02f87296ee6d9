import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiProblem } from '../../src/api/problem'

/** Without network, the reversible waits in the order in which it was asked, and what is refused is refused (issue 6 §7). */
let Problem: typeof ApiProblem
const lost = () => Promise.reject(new Problem(0, { code: 'network' }))

async function fresh() {
  vi.resetModules()
  Problem = (await import('../../src/api/problem')).ApiProblem
  const connection = await import('../../src/network/connection')
  const line = await import('../../src/network/line')
  return { ...connection, ...line }
}

let answers: (() => Promise<Response>)[]

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  vi.stubGlobal('fetch', () => answers.shift()?.() ?? Promise.reject(new TypeError('Failed to fetch')))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const ok = () => Promise.resolve(new Response('{}'))

describe('connection', () => {
  it('is sought less and less often, and found by itself', async () => {
    const { isConnected, setConnected, connection } = await fresh()
    setConnected(false)
    const returned = vi.fn()
    void connection().then(returned)
    answers = [lost, lost, ok]
    await vi.advanceTimersByTimeAsync(2000)
    expect(answers).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(4000)
    expect([answers.length, isConnected()]).toEqual([1, false])
    expect(returned).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(8000)
    expect([answers.length, isConnected()]).toEqual([0, true])
    expect(returned).toHaveBeenCalledOnce()
  })

  it('that answers with an error is there all the same', async () => {
    const { isConnected, setConnected, tryNow } = await fresh()
    setConnected(false)
    answers = [() => Promise.resolve(new Response('', { status: 503 }))]
    await tryNow()
    expect(isConnected()).toBe(true)
  })

  it('is not found again by the answer to what was asked before it was lost', async () => {
    const { isConnected, setConnected, lossesUntilNow, held } = await fresh()
    const { watch } = await import('../../src/network/signal')
    const { api } = await import('../../src/api/client')
    watch.current = { reached: setConnected, losses: lossesUntilNow, held }
    let late: (answer: Response) => void = () => undefined
    answers = [() => new Promise<Response>((resolve) => (late = resolve)), ok]
    const asked = api.get('/inbox')
    setConnected(false)
    late(new Response('{}'))
    await asked
    expect(isConnected()).toBe(false)
    await api.get('/inbox')
    expect(isConnected()).toBe(true)
  })
})

describe('acts that wait', () => {
  it('are done in the order in which they were asked, once the system is reached', async () => {
    const { setConnected, held, actsWaiting } = await fresh()
    setConnected(false)
    const done: string[] = []
    let reachable = false
    const act = (name: string) => () => (reachable ? Promise.resolve(void done.push(name)) : lost())
    const all = Promise.all([held(act('put')), held(act('take off'))])
    await vi.advanceTimersByTimeAsync(0)
    expect(actsWaiting()).toBe(2)
    reachable = true
    answers = [ok]
    await vi.advanceTimersByTimeAsync(2000)
    await all
    expect([done, actsWaiting()]).toEqual([['put', 'take off'], 0])
  })

  it('go on waiting when the network falls again under them', async () => {
    const { setConnected, held, isConnected } = await fresh()
    setConnected(false)
    const act = vi.fn(lost)
    const ended = vi.fn()
    void held(act).then(ended)
    await vi.advanceTimersByTimeAsync(0)
    act.mockImplementation(() => {
      setConnected(false)
      return lost()
    })
    answers = [ok]
    await vi.advanceTimersByTimeAsync(2000)
    expect([act.mock.calls.length, isConnected()]).toEqual([2, false])
    act.mockResolvedValue(undefined as never)
    answers = [ok]
    await vi.advanceTimersByTimeAsync(8000)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('are refused when the system answers no, and let the next go on', async () => {
    const { setConnected, held, actsWaiting } = await fresh()
    setConnected(false)
    const refused = new Problem(409, { code: 'process_changed' })
    const first = vi.fn(lost)
    const failed = vi.fn()
    const passed = vi.fn()
    void held(first).catch(failed)
    await vi.advanceTimersByTimeAsync(0)
    void held(() => Promise.resolve()).then(passed)
    first.mockRejectedValue(refused)
    answers = [ok]
    await vi.advanceTimersByTimeAsync(2000)
    expect(failed).toHaveBeenCalledWith(refused)
    expect(passed).toHaveBeenCalledOnce()
    expect(actsWaiting()).toBe(0)
  })
})
