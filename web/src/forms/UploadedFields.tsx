import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import type { DocumentType, ProcessHeader } from '../api/types'
import { RadioGroup } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { DateField } from '../ds/DateField'
import { Select, TextArea, TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { useTime } from '../time/use-time'
import { AccessFields, accessProblem, type AccessChoice } from './AccessFields'
import { ContactsField, optionOf } from './ContactsField'
import { levelsFor } from './document-levels'

export interface UploadDraft {
  type: string
  date: string
  number: string
  format: 'born_digital' | 'digitized'
  conformity: string
  sender: ComboOption[]
  interested: ComboOption[]
  access: AccessChoice
  remark: string
}

export function emptyUploadDraft(process: ProcessHeader, today: string): UploadDraft {
  return {
    type: '',
    date: today,
    number: '',
    format: 'born_digital',
    conformity: '',
    sender: [],
    interested: process.interested_parties.map(optionOf),
    access: { level: process.access_level, legalBasis: process.legal_basis?.code ?? '' },
    remark: '',
  }
}

export type UploadProblems = Partial<Record<'type' | 'date' | 'conformity' | 'access', string>>

/** What keeps the form from being sent. A document cannot be from the future. */
export function uploadProblems(draft: UploadDraft, today: string): UploadProblems {
  const problems: UploadProblems = {}
  if (!draft.type) problems.type = text.documentTypeMissing
  if (!draft.date || draft.date > today) problems.date = text.documentDateMissing
  if (draft.format === 'digitized' && !draft.conformity) problems.conformity = text.conformityMissing
  const access = accessProblem(draft.access)
  if (access) problems.access = access
  return problems
}

interface UploadedFieldsProps {
  draft: UploadDraft
  onChange: (draft: UploadDraft) => void
  types: DocumentType[]
  /** A document keeps its type once included. */
  typeFixed?: boolean
  process: ProcessHeader
  problems: UploadProblems
  field: (name: string) => string | undefined
}

export function UploadedFields({ draft, onChange, types, typeFixed, process, problems, field }: UploadedFieldsProps) {
  const { data: checks = [] } = useQuery(catalogueQuery('conformity-checks'))
  const { today } = useTime()
  const set = (change: Partial<UploadDraft>) => onChange({ ...draft, ...change })
  const type = types.find((one) => one.code === draft.type)
  // Before the type is chosen nobody knows, so what comes from the process is shown.
  const namesParties = type ? type.allows_interested_parties : draft.interested.length > 0
  const uploadable = types.filter((type) => type.applies_to === 'both' || type.applies_to === 'uploaded')
  return (
    <>
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
            {uploadable.map((type) => (
              <option key={type.code} value={type.code}>
                {type.name}
              </option>
            ))}
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
        <TextField
          label={text.documentNumber}
          hint={text.documentNumberHint}
          autoComplete="off"
          value={draft.number}
          onChange={(number) => set({ number })}
          error={field('number')}
        />
      </div>
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
      {draft.format === 'digitized' ? (
        <Select
          label={text.conformity}
          required
          className="field-medium"
          value={draft.conformity}
          onChange={(conformity) => set({ conformity })}
          error={field('conformity_check') ?? problems.conformity}
        >
          <option value="">{text.conformityChoose}</option>
          {checks.map((check) => (
            <option key={check.code} value={check.code}>
              {check.name}
            </option>
          ))}
        </Select>
      ) : null}
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
      <AccessFields
        value={draft.access}
        allowed={levelsFor(process)}
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
