import { ApiProblem, sentenceForError } from '../api/problem'
import { assignProcess, concludeProcess, refreshProcess, reopenProcess } from '../api/processes'
import { announce } from '../ds/toast'
import { dsMessages } from '../messages/ds'
import { bulkMessages as text } from '../messages/inbox'
import type { AssignTarget } from './AssignDialog'
import { inTurns, type Outcome } from './use-bulk'

/** Concludes at once and offers to undo (TRA-04): it is reversible, so no question is asked. */
export async function concludeWithUndo(targets: AssignTarget[], me: string): Promise<Outcome[]> {
  const outcomes = await inTurns(targets, async (target): Promise<Outcome> => {
    try {
      await concludeProcess(target.id, null, crypto.randomUUID())
      return { target, problem: null }
    } catch (error) {
      return { target, problem: error instanceof ApiProblem ? error : new ApiProblem(500, { code: 'unknown' }) }
    }
  })
  const done = targets.filter((target) => outcomes.some((one) => one.target.id === target.id && !one.problem))
  if (done.length > 0) {
    announce(text.concluded(done.length), {
      action: { label: dsMessages.undo, run: () => void undoConclusion(done, me) },
    })
  }
  const only = outcomes.length === 1 ? outcomes[0]?.problem : null
  if (only) announce(text.notConcluded(only.message), { tone: 'danger' })
  await Promise.all(done.map((target) => refreshProcess(target.id)))
  return outcomes
}

/** Reopening gives the process to whoever reopens it (TRA-05), so whoever had it before gets it back. */
async function undoConclusion(targets: AssignTarget[], me: string): Promise<void> {
  try {
    await inTurns(targets, async (target) => {
      await reopenProcess(target.id, crypto.randomUUID())
      const before = target.assignee?.id ?? null
      if (before !== me) await assignProcess(target.id, before, me, crypto.randomUUID())
    })
    announce(text.reopened(targets.length))
  } catch (error) {
    announce(sentenceForError(error), { tone: 'danger' })
  }
  await Promise.all(targets.map((target) => refreshProcess(target.id)))
}
