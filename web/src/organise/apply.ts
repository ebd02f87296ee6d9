import { refreshMany } from '../api/desk'
import type { BulkOrder } from '../api/jobs'
import { ApiProblem, sentenceForError } from '../api/problem'
import { isMany, startBulk } from '../bulk/start'
import { announce } from '../ds/toast'
import { watch } from '../network/signal'
import { dsMessages } from '../messages/ds'
import { organiseMessages as text } from '../messages/organise'
import { inTurns, type Outcome, type Target } from '../acts/use-bulk'

interface Applied<Item extends Target> {
  targets: Item[]
  act: (target: Item, key: string) => Promise<unknown>
  /** What is said when it was done to so many. */
  said: (count: number) => string
  /** Takes one back; offered beside what is said. */
  undo?: (target: Item, key: string) => Promise<unknown>
  /** The same as a job, for many. */
  order?: BulkOrder
  /** Without connection it waits for it, instead of failing: what can be taken back does. */
  waits?: boolean
}

/** The same reversible act on many at once, without asking; -> what came of each, none when it became a job. */
export async function applyToAll<Item extends Target>({ targets, act, said, undo, order, waits = undo !== undefined }: Applied<Item>): Promise<Outcome[]> {
  if (order && isMany(targets)) return askFor(order, targets)
  const outcomes = await inTurns(targets, async (target): Promise<Outcome> => {
    const key = crypto.randomUUID()
    const send = () => act(target, key)
    try {
      await (waits && watch.current ? watch.current.held(send) : send())
      return { target, problem: null }
    } catch (error) {
      return { target, problem: error instanceof ApiProblem ? error : new ApiProblem(500, { code: 'unknown' }) }
    }
  })
  const done = targets.filter((target) => outcomes.some((one) => one.target.id === target.id && !one.problem))
  if (done.length > 0) announce(said(done.length), undo ? { action: { label: dsMessages.undo, run: () => void takeBack(done, undo) } } : {})
  const only = outcomes.length === 1 ? outcomes[0]?.problem : null
  if (only) announce(text.notDone(only.message), { tone: 'danger' })
  // What was refused changed in other hands: the screen that offered it is behind too.
  await refreshMany(targets.map((target) => target.id))
  return outcomes
}

/** The act on so many as a job; what is refused at once is said. */
export async function askFor(order: BulkOrder, targets: Target[]): Promise<Outcome[]> {
  try {
    await startBulk(order, targets.map((target) => target.id), crypto.randomUUID())
  } catch (error) {
    announce(text.notDone(sentenceForError(error)), { tone: 'danger' })
  }
  return []
}

async function takeBack<Item extends Target>(targets: Item[], undo: (target: Item, key: string) => Promise<unknown>): Promise<void> {
  await applyToAll({ targets, act: undo, said: () => text.undone, waits: true })
}
