import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { changeDocument, documentQuery } from '../api/documents'
import { processQuery, refreshProcess } from '../api/processes'
import { meQuery } from '../api/session'
import type { DocumentChanges, DocumentDetail, DocumentType, ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { TextField } from '../ds/Field'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'
import { refusal } from '../process/acts'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { accessProblem } from './AccessFields'
import { amountProblem } from './amount'
import { AuthoredFields, NAME_MAX } from './AuthoredFields'
import { authoredChanges, authoredDraftOf, uploadChanges, uploadDraftOf } from './document-changes'
import { FormPage } from './FormPage'
import { uploadProblems } from './upload-draft'
import { UploadedFields } from './UploadedFields'
import './forms.css'

const FROM = '/app/processo/$processId/documento/$documentId/alterar'

/** Change what is registered about a document, not its text nor its file ("Alterar metadados", features.md §1.2). */
export function EditDocumentPage() {
  const { processId, documentId } = useParams({ from: FROM })
  const process = useQuery(processQuery(processId))
  const document = useQuery(documentQuery(processId, documentId))
  const types = useQuery(catalogueQuery('document-types'))
  const asked = [process, document, types]
  usePageTitle(text.editDocumentTitle)
  const failed = asked.find((one) => one.error && !one.data)
  if (failed) return <ErrorMessage error={failed.error} onRetry={() => void Promise.all(asked.map((one) => one.refetch()))} />
  if (!process.data || !document.data || !types.data) return <Loading lines={6} />
  const type = types.data.find((one) => one.code === document.data.type.code)
  const props: FormProps = { page: process.data, document: document.data, type }
  const refused = refusal(document.data.actions, 'document.edit_metadata')
  if (refused) return <Refused {...props} reason={refused} />
  return document.data.kind === 'authored' ? <AuthoredEdit key={documentId} {...props} /> : <UploadedEdit key={documentId} {...props} />
}

interface FormProps {
  page: ProcessPage
  document: DocumentDetail
  type: DocumentType | undefined
}

function AuthoredEdit({ page, document, type }: FormProps) {
  const [draft, setDraft] = useState(() => authoredDraftOf(document))
  const form = useChanges(page, document)
  const complete = !accessProblem(draft.access) && !amountProblem(draft.amount)
  return (
    <EditForm {...{ page, document, form, complete }} changes={authoredChanges(draft)}>
      <AuthoredFields
        draft={draft}
        onChange={form.touching(setDraft)}
        type={type}
        process={page.process}
        checked={form.checked}
        field={form.save.field}
      />
    </EditForm>
  )
}

function UploadedEdit({ page, document, type }: FormProps) {
  const { today } = useTime()
  const me = useQuery(meQuery).data
  const [draft, setDraft] = useState(() => uploadDraftOf(document, today(), me))
  const [nameInTree, setNameInTree] = useState(document.metadata.name_in_tree)
  const form = useChanges(page, document)
  const problems = uploadProblems(draft, today())
  const complete = Object.keys(problems).length === 0
  return (
    <EditForm {...{ page, document, form, complete }} changes={uploadChanges(draft, nameInTree)}>
      <TextField
        label={text.nameInTree}
        hint={text.nameInTreeHint}
        maxLength={NAME_MAX}
        autoComplete="off"
        value={nameInTree}
        onChange={form.touching(setNameInTree)}
        error={form.save.field('name_in_tree')}
      />
      <UploadedFields
        draft={draft}
        onChange={form.touching(setDraft)}
        types={type ? [type] : []}
        typeFixed
        process={page.process}
        problems={form.checked ? problems : {}}
        field={form.save.field}
      />
    </EditForm>
  )
}

type Form = ReturnType<typeof useChanges>

interface EditFormProps {
  page: ProcessPage
  document: DocumentDetail
  form: Form
  complete: boolean
  changes: DocumentChanges
  children: React.ReactNode
}

function EditForm({ page, document, form, complete, changes, children }: EditFormProps) {
  const params = { processId: page.process.id, documentId: document.id }
  return (
    <FormPage
      title={text.editDocumentTitle}
      onSubmit={() => {
        form.check()
        if (complete) void form.save.run(changes)
      }}
      problem={form.save.error}
      refused={form.checked && !complete}
      dirty={form.touched}
      actions={
        <>
          <Link to="/processo/$processId/documento/$documentId" params={params} className={buttonClass()}>
            {text.cancel}
          </Link>
          <Button type="submit" look="primary" busy={form.save.busy}>
            {text.save}
          </Button>
        </>
      }
    >
      <p>
        <strong>{text.documentName(document.title, document.number)}</strong>{' '}
        <span className="muted">{text.includeIn(page.process.nup)}</span>
      </p>
      {children}
    </FormPage>
  )
}

function useChanges(page: ProcessPage, document: DocumentDetail) {
  const navigate = useNavigate()
  const [touched, setTouched] = useState(false)
  const [checked, setChecked] = useState(false)
  const params = { processId: page.process.id, documentId: document.id }
  const save = useAct((changes: DocumentChanges, key) => changeDocument(params.processId, params.documentId, changes, key), {
    onDone: async () => {
      announce(text.documentSaved)
      await refreshProcess(params.processId)
      await navigate({ to: '/processo/$processId/documento/$documentId', params, ignoreBlocker: true })
    },
  })
  const touching = <Value,>(set: (value: Value) => void) => (value: Value) => {
    setTouched(true)
    set(value)
  }
  return { touched, touching, checked, check: () => setChecked(true), save }
}

function Refused({ page, document, reason }: FormProps & { reason: string }) {
  const params = { processId: page.process.id, documentId: document.id }
  return (
    <section className="sheet stack">
      <h1>{text.editDocumentTitle}</h1>
      <Message tone="info">{reason}</Message>
      <div>
        <Link to="/processo/$processId/documento/$documentId" params={params} className={buttonClass('secondary')}>
          {text.backToDocument}
        </Link>
      </div>
    </section>
  )
}
