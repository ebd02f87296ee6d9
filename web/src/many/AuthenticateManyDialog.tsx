import { useState } from 'react'
import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import type { components } from '../api/schema'
import { useAct } from '../api/use-act'
import { announce } from '../ds/toast'
import { manyDocuments as text } from '../messages/many-documents'
import { CertifyForm, type CertifyWords } from '../signing/CertifyForm'
import { BATCH, type DocumentToSign } from '../signing/signing'
import { LeftOut } from './LeftOut'
import type { Prepared } from './prepare'

interface AuthenticateManyProps {
  found: Prepared
  onClose: () => void
  onDone: () => void
}

/** Ten at a time with one password (DOC-13); those that fail stay in the dialog with the reason. */
export function AuthenticateManyDialog({ found, onClose, onDone }: AuthenticateManyProps) {
  const [failed, setFailed] = useState<Prepared['out']>([])
  const certify = useAct((words: CertifyWords, key) => authenticateAll(found.ready, words, key), {
    onDone: (left) => {
      const done = found.ready.length - left.length
      if (done > 0) {
        announce(text.authenticated(done))
        onDone()
      }
      setFailed(left)
      if (left.length === 0) onClose()
    },
  })
  const title = text.title.authenticate(found.ready.length, found.ready[0]?.title ?? '')
  return (
    <CertifyForm title={title} confirm={text.confirm.authenticate} act={certify} onClose={onClose}>
      <LeftOut out={failed.length > 0 ? failed : found.out} />
    </CertifyForm>
  )
}

/** -> those that were not, with the reason. What is wrong with the password is of all of them. */
async function authenticateAll(documents: DocumentToSign[], words: CertifyWords, key: string): Promise<Prepared['out']> {
  const failed: Prepared['out'] = []
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH)
    const asked = batch.map((one) => ({ process: one.process ?? '', document: one.id, digest: one.digest }))
    // A wrong password stops at the first ten: more tries would only lock the account.
    // oxlint-disable-next-line no-await-in-loop
    const { results } = await api.post<components['schemas']['AuthenticatedMany']>(
      '/authentications',
      { ...words, documents: asked },
      // The keys of one dialog begin alike: its code serves all of its requests (ACC-02).
      { idempotencyKey: `${key}.${start}` },
    )
    if (results.length !== batch.length) throw new ApiProblem(500, { code: 'unknown' })
    for (const [place, one] of batch.entries()) {
      const told = results[place]
      if (told && !told.authenticated) failed.push({ name: `${one.title} (${one.number})`, reason: told.message ?? '' })
    }
  }
  return failed
}
