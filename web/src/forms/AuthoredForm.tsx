import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createDocument } from '../api/documents'
import { refreshProcess } from '../api/processes'
import type { AuthoredDocumentInput, DocumentType, ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { TextArea, TextField } from '../ds/Field'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'
import { AccessFields, accessProblem, type AccessChoice } from './AccessFields'
import { ContactsField, optionOf } from './ContactsField'
import { levelsFor } from './document-levels'
import { FormPage } from './FormPage'

type Source = AuthoredDocumentInput['initial_text']['from']

/** Data of a document to be written here; afterwards the editor opens (DOC-01). */
export function AuthoredForm({ page, type }: { page: ProcessPage; type: DocumentType }) {
  const { process } = page
  const navigate = useNavigate()
  const [source, setSource] = useState<Source>(type.has_template ? 'template' : 'none')
  const [reference, setReference] = useState('')
  const [nameInTree, setNameInTree] = useState('')
  const [description, setDescription] = useState('')
  const [interested, setInterested] = useState<ComboOption[]>(() => process.interested_parties.map(optionOf))
  const [addressees, setAddressees] = useState<ComboOption[]>([])
  const [access, setAccess] = useState<AccessChoice>({ level: process.access_level, legalBasis: process.legal_basis?.code ?? '' })
  const [remark, setRemark] = useState('')
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
  const referenceProblem = source === 'document' && !reference.trim() ? text.fromDocumentMissing : undefined
  const problem = referenceProblem ?? accessProblem(access)
  const submit = () => {
    setChecked(true)
    if (problem) return
    void create.run({
      kind: 'authored',
      type: type.code,
      initial_text: { from: source, reference: source === 'document' ? reference.trim() : null },
      description: description.trim(),
      name_in_tree: nameInTree.trim(),
      interested_parties: type.allows_interested_parties ? interested.map((one) => one.id) : [],
      addressees: addressees.map((one) => one.id),
      subjects: [],
      remark: remark.trim(),
      access_level: access.level,
      legal_basis: access.level === 'public' ? null : access.legalBasis,
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
            {text.authoredConfirm}
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
      <RadioGroup
        label={text.initialText}
        inline
        value={source}
        onChange={setSource}
        options={[
          ...(type.has_template ? [{ value: 'template' as const, label: text.fromTemplate }] : []),
          { value: 'none' as const, label: text.fromNothing },
          { value: 'document' as const, label: text.fromDocument },
        ]}
      />
      {source === 'document' ? (
        <TextField
          label={text.fromDocumentNumber}
          className="field-short"
          inputMode="numeric"
          required
          value={reference}
          onChange={setReference}
          error={create.field('initial_text.reference') ?? (checked ? referenceProblem : undefined)}
        />
      ) : null}
      <TextField
        label={text.nameInTree}
        hint={text.nameInTreeHint}
        autoComplete="off"
        value={nameInTree}
        onChange={setNameInTree}
        error={create.field('name_in_tree')}
      />
      <TextField
        label={text.description}
        autoComplete="off"
        value={description}
        onChange={setDescription}
        error={create.field('description')}
      />
      {type.allows_addressees ? (
        <ContactsField label={text.addressees} chosen={addressees} onChange={setAddressees} error={create.field('addressees')} />
      ) : null}
      {type.allows_interested_parties ? (
        <ContactsField
          label={text.interested}
          chosen={interested}
          onChange={setInterested}
          error={create.field('interested_parties')}
        />
      ) : null}
      <AccessFields
        value={access}
        onChange={setAccess}
        allowed={levelsFor(process)}
        error={create.field('legal_basis') ?? create.field('access_level') ?? (checked ? accessProblem(access) : undefined)}
      />
      <TextArea label={text.remark} hint={text.remarkHint} value={remark} onChange={setRemark} error={create.field('remark')} />
    </FormPage>
  )
}
