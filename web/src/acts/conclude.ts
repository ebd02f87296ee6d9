import { ApiProblem, sentenceForError } from '../api/problem'
import { concludeProcess, refreshProcess } from '../api/processes'
import { undoConclusion } from '../api/ties'
import { isMany, startBulk } from '../bulk/start'
import { announce } from '../ds/toast'
import { dsMessages } from '../messages/ds'
import { bulkMessages as text } from '../messages/inbox'
import type { AssignTarget } from './AssignDialog'
import { inTurns, type Outcome } from './use-bulk'

/** Concludes at once and offers to undo (TRA-04): it is reversible, so no question is asked. */
export async function concludeWithUndo(targets: AssignTarget[]): Promise<Outcome[]> {
  if (isMany(targets)) {
    try {
      await startBulk({ act: 'conclude', form: {} }, targets.map((target) => target.id), crypto.randomUUID())
    } catch (error) {
      announce(text.notConcluded(sentenceForError(error)), { tone: 'danger' })
    }
    return []
  }
  const outcomes = await inTurns(targets, async (target): Promise<Outcome> => {
    try {
      await concludeProcess(target.id, { reopen_on: null, reopen_in: null }, crypto.randomUUID())
      return { target, problem: null }
    } catch (error) {
      return { target, problem: error instanceof ApiProblem ? error : new ApiProblem(500, { code: 'unknown' }) }
    }
  })
  const done = targets.filter((target) => outcomes.some((one) => one.target.id === target.id && !one.problem))
  if (done.length > 0) {
    announce(text.concluded(done.length), {
      action: { label: dsMessages.undo, run: () => void takeBack(done) },
    })
  }
  const only = outcomes.length === 1 ? outcomes[0]?.problem : null
  if (only) announce(text.notConcluded(only.message), { tone: 'danger' })
  // What was refused changed in other hands: the screen that offered it is behind too.
  await Promise.all(targets.map((target) => refreshProcess(target.id)))
  return outcomes
}

/** Each comes back in the hands it was in; the history keeps both acts (TRA-04). */
async function takeBack(targets: AssignTarget[]): Promise<void> {
  try {
    await inTurns(targets, (target) => undoConclusion(target.id, crypto.randomUUID()))
    announce(text.reopened(targets.length))
  } catch (error) {
    announce(sentenceForError(error), { tone: 'danger' })
  }
  await Promise.all(targets.map((target) => refreshProcess(target.id)))
}
