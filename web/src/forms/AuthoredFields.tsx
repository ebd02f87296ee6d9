import type { DocumentType, ProcessHeader } from '../api/types'
import type { ComboOption } from '../ds/ComboBox'
import { TextArea, TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { AccessFields, accessProblem, type AccessChoice } from './AccessFields'
import { AmountField } from './AmountField'
import { ContactsField } from './ContactsField'
import { useDocumentLevels } from './document-levels'
import { SubjectsField } from './SubjectsField'

export interface AuthoredDraft {
  nameInTree: string
  description: string
  interested: ComboOption[]
  addressees: ComboOption[]
  subjects: string[]
  /** As it is written here, empty when nothing is said. */
  amount: string
  access: AccessChoice
  remark: string
}

interface AuthoredFieldsProps {
  draft: AuthoredDraft
  onChange: (draft: AuthoredDraft) => void
  /** Who a document may name depends on its type; undefined when the type is no longer in use. */
  type: DocumentType | undefined
  process: Pick<ProcessHeader, 'effective_access_level' | 'type'>
  checked: boolean
  field: (name: string) => string | undefined
}

/** What is registered about a document written here (DOC-01). */
export function AuthoredFields({ draft, onChange, type, process, checked, field }: AuthoredFieldsProps) {
  const levels = useDocumentLevels(process)
  const set = (change: Partial<AuthoredDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <TextField
        label={text.nameInTree}
        hint={text.nameInTreeHint}
        maxLength={NAME_MAX}
        autoComplete="off"
        value={draft.nameInTree}
        onChange={(nameInTree) => set({ nameInTree })}
        error={field('name_in_tree')}
      />
      <TextField
        label={text.description}
        maxLength={DESCRIPTION_MAX}
        autoComplete="off"
        value={draft.description}
        onChange={(description) => set({ description })}
        error={field('description')}
      />
      {type?.allows_addressees || draft.addressees.length > 0 ? (
        <ContactsField
          label={text.addressees}
          chosen={draft.addressees}
          onChange={(addressees) => set({ addressees })}
          error={field('addressees')}
        />
      ) : null}
      {type?.allows_interested_parties || draft.interested.length > 0 ? (
        <ContactsField
          label={text.interested}
          chosen={draft.interested}
          onChange={(interested) => set({ interested })}
          error={field('interested_parties')}
        />
      ) : null}
      {type?.has_amount || draft.amount ? (
        <AmountField value={draft.amount} onChange={(amount) => set({ amount })} checked={checked} error={field('amount')} />
      ) : null}
      <SubjectsField
        hint={text.documentSubjectsHint}
        codes={draft.subjects}
        onChange={(subjects) => set({ subjects })}
        error={field('subjects')}
      />
      <AccessFields
        value={draft.access}
        onChange={(access) => set({ access })}
        allowed={levels}
        error={field('legal_basis') ?? field('access_level') ?? (checked ? accessProblem(draft.access) : undefined)}
      />
      <TextArea
        label={text.remark}
        hint={text.remarkHint}
        value={draft.remark}
        onChange={(remark) => set({ remark })}
        error={field('remark')}
      />
    </>
  )
}

/** Characters that the API takes. */
export const NAME_MAX = 50
const DESCRIPTION_MAX = 250
