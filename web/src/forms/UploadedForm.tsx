import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { createDocument } from '../api/documents'
import { refreshProcess } from '../api/processes'
import { ApiProblem } from '../api/problem'
import type { DocumentType, ProcessPage, UploadedDocumentInput } from '../api/types'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'
import { useTime } from '../time/use-time'
import { UploadField } from '../upload/UploadField'
import { AcceptedFiles, type AcceptedFile } from './AcceptedFiles'
import { FormPage } from './FormPage'
import { emptyUploadDraft, UploadedFields, uploadProblems, type UploadDraft } from './UploadedFields'

interface UploadedFormProps {
  page: ProcessPage
  types: DocumentType[]
  head: ReactNode
}

/** Files from outside (DOC-08): one set of data for all the files chosen, each with its own name in the tree. */
export function UploadedForm({ page, types, head }: UploadedFormProps) {
  const { process } = page
  const { today } = useTime()
  const navigate = useNavigate()
  const [files, setFiles] = useState<AcceptedFile[]>([])
  const [draft, setDraft] = useState<UploadDraft>(() => emptyUploadDraft(process, today()))
  const [checked, setChecked] = useState(false)
  const params = { processId: process.id }
  const namesParties = types.find((one) => one.code === draft.type)?.allows_interested_parties
  const sentDraft = namesParties ? draft : { ...draft, interested: [] }
  const include = useAct((waiting: AcceptedFile[]) => includeAll(process.id, waiting, sentDraft, setFiles), {
    onDone: async (created) => {
      announce(text.included(created.length))
      await refreshProcess(process.id)
      const last = created.at(-1)
      if (last) {
        const to = '/processo/$processId/documento/$documentId'
        await navigate({ to, params: { ...params, documentId: last }, ignoreBlocker: true })
      }
    },
  })
  const problems = uploadProblems(draft, today())
  const complete = files.length > 0 && Object.keys(problems).length === 0
  return (
    <FormPage
      title={text.modeUploaded}
      head={head}
      onSubmit={() => {
        setChecked(true)
        if (complete) void include.run(files)
      }}
      problem={include.error}
      refused={checked && !complete}
      dirty={files.length > 0}
      actions={
        <>
          <Link to="/processo/$processId" params={params} className={buttonClass()}>
            {text.cancel}
          </Link>
          <Button type="submit" look="primary" busy={include.busy}>
            {text.uploadedConfirm(files.length)}
          </Button>
        </>
      }
    >
      <UploadField
        processId={process.id}
        onAccepted={({ uploadId, fileName }) =>
          setFiles((now) => [...now, { uploadId, fileName, nameInTree: '', key: crypto.randomUUID() }])
        }
      />
      {checked && files.length === 0 ? <p className="field-error">{text.filesMissing}</p> : null}
      <AcceptedFiles files={files} onChange={setFiles} />
      <UploadedFields
        draft={draft}
        onChange={setDraft}
        types={types}
        process={process}
        problems={checked ? problems : {}}
        field={include.field}
      />
    </FormPage>
  )
}

/** One after the other, so that the tree keeps the order of the list; what was included leaves the list at once. */
async function includeAll(
  process: string,
  files: AcceptedFile[],
  draft: UploadDraft,
  setFiles: (update: (now: AcceptedFile[]) => AcceptedFile[]) => void,
): Promise<string[]> {
  const created: string[] = []
  for (const file of files) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const document = await createDocument(process, inputOf(draft, file), file.key)
      created.push(document.id)
      setFiles((now) => now.filter((one) => one.uploadId !== file.uploadId))
    } catch (error) {
      if (created.length > 0) await refreshProcess(process)
      if (!(error instanceof ApiProblem) || files.length === 1) throw error
      throw new ApiProblem(error.status, { ...error.body, code: 'upload_of_many', detail: text.notIncluded(file.fileName, error.message) })
    }
  }
  return created
}

function inputOf(draft: UploadDraft, file: AcceptedFile): UploadedDocumentInput {
  const digitized = draft.format === 'digitized'
  return {
    kind: 'uploaded',
    upload: file.uploadId,
    type: draft.type,
    date: draft.date,
    number: draft.number.trim(),
    name_in_tree: file.nameInTree.trim(),
    format: draft.format,
    conformity_check: digitized ? draft.conformity : null,
    sender: draft.sender[0]?.id ?? null,
    interested_parties: draft.interested.map((one) => one.id),
    subjects: [],
    remark: draft.remark.trim(),
    access_level: draft.access.level,
    legal_basis: draft.access.level === 'public' ? null : draft.access.legalBasis,
  }
}
