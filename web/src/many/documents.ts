import { orderDocumentsAct, type DocumentsAct } from '../api/jobs'
import { ApiProblem } from '../api/problem'
import { MOST } from '../bulk/start'
import { watchJob } from '../bulk/watched'
import { announce } from '../ds/toast'
import { manyDocumentsJob as text } from '../messages/many-documents'

/** A document chosen in any list. */
export interface ChosenDocument {
  process: string
  id: string
  /** How the list calls it. */
  name: string
}

/** The acts of the bar of documents: "access" and "data" are both a change of what is registered. */
export type ManyAct = Exclude<DocumentsAct, 'metadata'> | 'access' | 'data' | 'authenticate'

/** Asks for the act on all of them as a job, and shows how far it is. */
export async function startOnDocuments(act: DocumentsAct, form: object, chosen: ChosenDocument[], key: string): Promise<void> {
  if (chosen.length > MOST) throw new ApiProblem(400, { code: 'too_many_items', detail: text.tooMany(MOST) })
  const documents = chosen.map((one) => ({ process: one.process, document: one.id }))
  const { job } = await orderDocumentsAct({ act, form: form as Record<string, unknown> }, documents, key)
  watchJob(job)
  announce(text.started(chosen.length))
}
