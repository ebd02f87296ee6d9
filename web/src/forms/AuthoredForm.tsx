import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createDocument } from '../api/documents'
import { refreshProcess } from '../api/processes'
import type { AuthoredDocumentInput, DocumentType, ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { announce } from '../ds/toast'
import { answerMessages } from '../messages/answers'
import { formMessages as text } from '../messages/forms'
import { accessProblem } from './AccessFields'
import { amountInput, amountProblem } from './amount'
import { AuthoredFields, type AuthoredDraft } from './AuthoredFields'
import { optionOf } from './ContactsField'
import { FormPage } from './FormPage'
import { InitialTextFields, initialTextInput, initialTextProblem, type InitialText } from './InitialTextFields'

/** Data of a document to be written here; afterwards the editor opens (DOC-01). */
export function AuthoredForm({ page, type }: { page: ProcessPage; type: DocumentType }) {
  const { process } = page
  const navigate = useNavigate()
  const [first, setFirst] = useState<InitialText>({ from: type.has_template ? 'template' : 'none', reference: '' })
  const [draft, setDraft] = useState<AuthoredDraft>(() => ({
    nameInTree: '',
    description: '',
    interested: type.allows_interested_parties ? process.interested_parties.map(optionOf) : [],
    addressees: [],
    subjects: type.suggested_subjects,
    amount: '',
    access: { level: process.access_level, legalBasis: process.legal_basis?.code ?? '' },
    remark: '',
  }))
  const [checked, setChecked] = useState(false)
  const params = { processId: process.id }
  const create = useAct((input: AuthoredDocumentInput, key) => createDocument(process.id, input, key), {
    onDone: async (document) => {
      announce(text.created(document.number))
      void refreshProcess(process.id)
      await navigate({
        to: '/processo/$processId/documento/$documentId/editar',
        params: { ...params, documentId: document.id },
      })
    },
  })
  const firstProblem = initialTextProblem(first)
  const problem = firstProblem ?? accessProblem(draft.access) ?? amountProblem(draft.amount)
  const submit = () => {
    setChecked(true)
    if (problem) return
    void create.run({
      kind: 'authored',
      type: type.code,
      initial_text: initialTextInput(first),
      description: draft.description.trim(),
      name_in_tree: draft.nameInTree.trim(),
      interested_parties: draft.interested.map((one) => one.id),
      addressees: draft.addressees.map((one) => one.id),
      subjects: draft.subjects,
      amount: amountInput(draft.amount),
      remark: draft.remark.trim(),
      access_level: draft.access.level,
      legal_basis: draft.access.level === 'public' ? null : draft.access.legalBasis,
    })
  }
  return (
    <FormPage
      title={type.name}
      onSubmit={submit}
      problem={create.error}
      refused={checked && Boolean(problem)}
      dirty={false}
      actions={
        <>
          <Link to="/processo/$processId" params={params} className={buttonClass()}>
            {text.cancel}
          </Link>
          <Button type="submit" look="primary" busy={create.busy}>
            {type.applies_to === 'form' ? answerMessages.createForm : text.authoredConfirm}
          </Button>
        </>
      }
    >
      <div className="type-chosen">
        <p className="muted">{text.includeIn(process.nup)}</p>
        <Link to="/processo/$processId/incluir" params={params} search={{}}>
          {text.changeType}
        </Link>
      </div>
      {type.applies_to === 'form' ? (
        <p className="muted">{answerMessages.form}</p>
      ) : (
      <InitialTextFields
        value={first}
        onChange={setFirst}
        hasTemplate={type.has_template}
        error={
          create.field('initial_text.reference') ?? create.field('initial_text.text') ?? (checked ? firstProblem : undefined)
        }
      />
      )}
      <AuthoredFields
        draft={draft}
        onChange={setDraft}
        type={type}
        process={process}
        checked={checked}
        field={create.field}
      />
    </FormPage>
  )
}
