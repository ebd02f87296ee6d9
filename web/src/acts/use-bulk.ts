import { useRef, useState } from 'react'
import { refreshMany } from '../api/desk'
import type { BulkOrder } from '../api/jobs'
import { ApiProblem } from '../api/problem'
import { isMany, startBulk } from '../bulk/start'

export interface Target {
  id: string
  nup: string
  /** The list does not show what the unit keeps about it: nothing is compared with what the screen said. */
  unseen?: boolean
}

export interface Outcome {
  target: Target
  problem: ApiProblem | null
}

const AT_ONCE = 4

const nothing = () => undefined

/**
 * The same act on one or many processes: each succeeds or fails by itself, and trying again repeats only the ones that
 * failed, with the same Idempotency-Key they had. With `order`, many become a job, and `onOrdered` is all that follows.
 */
export function useBulk(onAllDone: (targets: Target[]) => void | Promise<void>, onOrdered: () => void = nothing) {
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const keys = useRef(new Map<string, string>())

  const ask = async (order: BulkOrder, targets: Target[]) => {
    const key = keys.current.get('order') ?? crypto.randomUUID()
    keys.current.set('order', key)
    const problem = await problemOf(() => startBulk(order, targets.map((target) => target.id), key))
    if (!problem || (problem.status >= 400 && problem.status < 500)) keys.current.delete('order')
    setOutcomes(problem && targets[0] ? [{ target: targets[0], problem }] : [])
    setBusy(false)
    if (!problem) onOrdered()
  }

  const run = async <Item extends Target>(targets: Item[], act: (target: Item, key: string) => Promise<unknown>, order?: BulkOrder) => {
    setBusy(true)
    if (order && isMany(targets)) return ask(order, targets)
    const settled = await inTurns(targets, async (target): Promise<Outcome> => {
      const key = keys.current.get(target.id) ?? crypto.randomUUID()
      keys.current.set(target.id, key)
      const problem = await problemOf(() => act(target, key))
      // After a definite answer a new try is a new act; only an unknown outcome must repeat the old key.
      if (!problem || (problem.status >= 400 && problem.status < 500)) keys.current.delete(target.id)
      return { target, problem }
    })
    const done = outcomes.filter((one) => !one.problem && !targets.some((target) => target.id === one.target.id))
    const all = [...done, ...settled]
    setOutcomes(all)
    setBusy(false)
    const refused = settled.filter((one) => one.problem)
    // It changed in other hands: the screen behind the dialog is shown as it is now.
    if (refused.length > 0) void refreshMany(refused.map((one) => one.target.id))
    if (all.every((one) => !one.problem)) await onAllDone(all.map((one) => one.target))
    return undefined
  }

  const failed = outcomes.filter((one) => one.problem)
  return { run, busy, outcomes, failed, clear: () => setOutcomes([]) }
}

async function problemOf(act: () => Promise<unknown>): Promise<ApiProblem | null> {
  try {
    await act()
    return null
  } catch (error) {
    return error instanceof ApiProblem ? error : new ApiProblem(500, { code: 'unknown' })
  }
}

/** Runs a few at a time and answers in the order given. */
export async function inTurns<Item, Result>(items: Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const place = next
      next += 1
      const item = items[place]
      // One worker takes the next item only when its previous one ended: that is the limit wanted here.
      // oxlint-disable-next-line no-await-in-loop
      if (item !== undefined) results[place] = await run(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
  return results
}
