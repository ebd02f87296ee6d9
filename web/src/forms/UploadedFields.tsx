import type { DocumentType, ProcessHeader } from '../api/types'
import { RadioGroup } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { Select, TextArea, TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { useTime } from '../time/use-time'
import { AccessFields } from './AccessFields'
import { AmountField } from './AmountField'
import { ContactsField } from './ContactsField'
import { DigitizedFields } from './DigitizedFields'
import { useDocumentLevels } from './document-levels'
import { SubjectsField } from './SubjectsField'
import { subjectsOf, type UploadDraft, type UploadProblems } from './upload-draft'

interface UploadedFieldsProps {
  draft: UploadDraft
  onChange: (draft: UploadDraft) => void
  types: DocumentType[]
  /** A document keeps its type once included. */
  typeFixed?: boolean
  /** Type, date and number: all of them, those that many files may share, or none. */
  own?: 'all' | 'shared' | 'none'
  process: ProcessHeader
  problems: UploadProblems
  field: (name: string) => string | undefined
}

export function UploadedFields(props: UploadedFieldsProps) {
  const { draft, onChange, types, typeFixed, own = 'all', process, problems, field } = props
  const levels = useDocumentLevels(process)
  const set = (change: Partial<UploadDraft>) => onChange({ ...draft, ...change })
  const type = types.find((one) => one.code === draft.type)
  // Before the type is chosen nobody knows, so what comes from the process is shown.
  const namesParties = type ? type.allows_interested_parties : draft.interested.length > 0
  return (
    <>
      {own === 'none' ? null : (
        <OwnFields {...{ draft, set, types, problems, field }} typeFixed={typeFixed ?? false} numbered={own === 'all'} />
      )}
      <RadioGroup
        label={text.format}
        required
        value={draft.format}
        onChange={(format) => set({ format })}
        options={[
          { value: 'born_digital', label: text.bornDigital, hint: text.bornDigitalHint },
          { value: 'digitized', label: text.digitized, hint: text.digitizedHint },
        ]}
      />
      {draft.format === 'digitized' ? <DigitizedFields {...{ draft, problems, field }} onChange={set} /> : null}
      <ContactsField
        label={text.sender}
        chosen={draft.sender}
        onChange={(sender) => set({ sender: sender.slice(-1) })}
        error={field('sender')}
      />
      {namesParties ? (
        <ContactsField
          label={text.interested}
          chosen={draft.interested}
          onChange={(interested) => set({ interested })}
          error={field('interested_parties')}
        />
      ) : null}
      {type?.has_amount || draft.amount ? (
        <AmountField value={draft.amount} onChange={(amount) => set({ amount })} checked={false} error={field('amount') ?? problems.amount} />
      ) : null}
      <SubjectsField
        hint={text.documentSubjectsHint}
        codes={subjectsOf(draft, type)}
        onChange={(subjects) => set({ subjects })}
        error={field('subjects')}
      />
      <AccessFields
        value={draft.access}
        allowed={levels}
        onChange={(access) => set({ access })}
        error={field('legal_basis') ?? field('access_level') ?? problems.access}
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

interface OwnFieldsProps extends Pick<UploadedFieldsProps, 'draft' | 'types' | 'problems' | 'field'> {
  set: (change: Partial<UploadDraft>) => void
  typeFixed: boolean
  numbered: boolean
}

function OwnFields({ draft, set, types, typeFixed, numbered, problems, field }: OwnFieldsProps) {
  const { today } = useTime()
  return (
    <div className="form-columns">
      {typeFixed ? null : (
        <Select
          label={text.documentType}
          required
          value={draft.type}
          onChange={(type) => set({ type })}
          error={field('type') ?? problems.type}
        >
          <option value="">{text.documentTypeChoose}</option>
          <TypeOptions types={types} />
        </Select>
      )}
      <DateField
        label={text.documentDate}
        required
        max={today()}
        value={draft.date}
        onChange={(date) => set({ date })}
        error={field('date') ?? problems.date}
      />
      {numbered ? (
        <TextField
          label={text.documentNumber}
          hint={text.documentNumberHint}
          autoComplete="off"
          value={draft.number}
          onChange={(number) => set({ number })}
          error={field('number')}
        />
      ) : null}
    </div>
  )
}

/** The types that a received file may be of. */
export function TypeOptions({ types }: { types: DocumentType[] }) {
  return types
    .filter((type) => type.applies_to === 'both' || type.applies_to === 'uploaded')
    .map((type) => (
      <option key={type.code} value={type.code}>
        {type.name}
      </option>
    ))
}
