import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { createDocument } from '../api/documents'
import { refreshProcess } from '../api/processes'
import { ApiProblem } from '../api/problem'
import { meQuery } from '../api/session'
import type { DocumentType, ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'
import { useTime } from '../time/use-time'
import { isWorking, type QueuedFile } from '../upload/queue'
import { UploadField } from '../upload/UploadField'
import { useUploadQueue } from '../upload/useUploadQueue'
import { FormPage } from './FormPage'
import { type UploadBatch, draftOf, withFiles } from './upload-batch'
import { emptyUploadDraft, uploadedInput, uploadProblems } from './upload-draft'
import { UploadedFiles } from './UploadedFiles'
import './forms.css'

interface UploadedFormProps {
  page: ProcessPage
  types: DocumentType[]
  head: ReactNode
}

/** Files from outside (DOC-08): dropped at once, put in order, described together or one by one, included at once. */
export function UploadedForm({ page, types, head }: UploadedFormProps) {
  const { process } = page
  const { today } = useTime()
  const me = useQuery(meQuery).data
  const navigate = useNavigate()
  const params = { processId: process.id }
  const [batch, setBatch] = useState<UploadBatch>(() => ({ common: emptyUploadDraft(process, today(), me), own: {}, names: {} }))
  const queue = useUploadQueue(process.id, (added) => {
    const uploadable = types.filter(({ applies_to: use }) => use === 'both' || use === 'uploaded')
    setBatch((now) => withFiles(now, added, uploadable, today()))
  })
  const [checked, setChecked] = useState(false)
  const ready = queue.files.filter(({ phase }) => phase === 'accepted')
  const working = queue.files.some((file) => isWorking(file) || file.phase === 'queued')
  const includeReady = async () => {
    const created = await includeAll(process.id, ready, batch, types, queue.remove)
    return { created, left: queue.files.length - created.length }
  }
  const include = useAct(includeReady, {
    onDone: async ({ created, left }) => {
      announce(text.included(created.length))
      await refreshProcess(process.id)
      const last = created.at(-1)
      // What failed stays here, to be tried again.
      if (last && left === 0) {
        const to = '/processo/$processId/documento/$documentId'
        await navigate({ to, params: { ...params, documentId: last }, ignoreBlocker: true })
      }
    },
  })
  const complete = ready.length > 0 && ready.every(({ key }) => Object.keys(uploadProblems(draftOf(batch, key), today())).length === 0)
  return (
    <FormPage
      title={text.modeUploaded}
      head={head}
      onSubmit={() => {
        setChecked(true)
        if (complete && !working) void include.run(undefined)
      }}
      problem={include.error}
      refused={checked && !working && !complete}
      dirty={queue.files.length > 0}
      actions={
        <>
          <Link to="/processo/$processId" params={params} className={buttonClass()}>
            {text.cancel}
          </Link>
          <Button type="submit" look="primary" busy={include.busy} unavailable={working ? text.stillSending : null}>
            {text.uploadedConfirm(ready.length)}
          </Button>
        </>
      }
    >
      <UploadField queue={queue} />
      {checked && ready.length === 0 ? <p className="field-error">{text.filesMissing}</p> : null}
      <UploadedFiles {...{ queue, batch, types, process, checked }} onChange={setBatch} field={include.field} />
    </FormPage>
  )
}

/** One after the other, so that the tree keeps the order of the list; what was included leaves the list at once. */
async function includeAll(
  process: string,
  files: QueuedFile[],
  batch: UploadBatch,
  types: DocumentType[],
  remove: (key: string) => void,
): Promise<string[]> {
  const created: string[] = []
  for (const file of files) {
    const draft = draftOf(batch, file.key)
    const input = uploadedInput(draft, file.uploadId ?? '', batch.names[file.key] ?? '', types.find((one) => one.code === draft.type))
    try {
      // The file's key is its document's Idempotency-Key: confirming again never includes the same file twice.
      // oxlint-disable-next-line no-await-in-loop
      const document = await createDocument(process, input, file.key)
      created.push(document.id)
      remove(file.key)
    } catch (error) {
      if (created.length > 0) await refreshProcess(process)
      if (!(error instanceof ApiProblem) || files.length === 1) throw error
      throw new ApiProblem(error.status, { ...error.body, code: 'upload_of_many', detail: text.notIncluded(file.name, error.message) })
    }
  }
  return created
}
