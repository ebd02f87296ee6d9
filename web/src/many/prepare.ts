import { documentQuery } from '../api/documents'
import { queryClient } from '../api/query-client'
import { sentenceForError } from '../api/problem'
import { inTurns } from '../acts/use-bulk'
import { refusal } from '../process/acts'
import type { DocumentToSign } from '../signing/signing'
import type { ChosenDocument } from './documents'

export interface Prepared {
  ready: DocumentToSign[]
  /** Why each of the others may not. */
  out: { name: string; reason: string }[]
}

/** Reads each chosen document as it is now, for what is certified is bound to what is read (DOC-10, DOC-13). */
export async function prepared(chosen: ChosenDocument[], act: 'document.sign' | 'document.authenticate'): Promise<Prepared> {
  const ready: Prepared['ready'] = []
  const out: Prepared['out'] = []
  const read = await inTurns(chosen, async (one) => {
    try {
      return { one, document: await queryClient.fetchQuery(documentQuery(one.process, one.id)), problem: '' }
    } catch (error) {
      return { one, document: null, problem: sentenceForError(error) }
    }
  })
  for (const { one, document, problem } of read) {
    const reason = document ? refusal(document.actions, act) : problem
    if (!document || reason !== null) out.push({ name: one.name, reason: reason ?? problem })
    else {
      ready.push({
        process: one.process,
        id: one.id,
        number: document.number,
        title: document.title,
        digest: document.digest,
        minimum: document.minimum_signature,
      })
    }
  }
  return { ready, out }
}
