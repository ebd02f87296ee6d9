import { ApiProblem } from '../api/problem'
import { connection } from './connection'

/**
 * The reversible acts that wait for the connection, in the order in which they were asked (a label put and taken off
 * must end as it was left). Acts with consequences never come here: they are refused, and the person asks again.
 */
let waiting = 0
let last: Promise<unknown> = Promise.resolve()
const listeners = new Set<() => void>()

export const actsWaiting = () => waiting

export function onActsWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The window is not closed over what was asked and not yet done without the person knowing. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault()

function count(by: number) {
  waiting += by
  if (waiting > 0) window.addEventListener('beforeunload', warn)
  else window.removeEventListener('beforeunload', warn)
  for (const listener of listeners) listener()
}

/** `act` carries the same Idempotency-Key each time: when only the answer got lost, it does not happen twice. */
export async function held<Output>(act: () => Promise<Output>): Promise<Output> {
  if (waiting > 0) return whenReached(act)
  try {
    return await act()
  } catch (error) {
    if (isUnreached(error)) return whenReached(act)
    throw error
  }
}

const isUnreached = (error: unknown) => error instanceof ApiProblem && error.status === 0

async function whenReached<Output>(act: () => Promise<Output>): Promise<Output> {
  count(1)
  const mine = last.then(() => untilReached(act))
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    count(-1)
  }
}

async function untilReached<Output>(act: () => Promise<Output>): Promise<Output> {
  for (;;) {
    // Each try waits for the one before: there is nothing to do at once.
    // oxlint-disable-next-line no-await-in-loop
    await connection()
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await act()
    } catch (error) {
      if (!isUnreached(error)) throw error
    }
  }
}
