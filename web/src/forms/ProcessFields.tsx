import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import type { AccessLevel, ProcessInput, SecrecyGrade } from '../api/types'
import type { ComboOption } from '../ds/ComboBox'
import { Select, TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { secrecyGradeName } from '../messages/terms'
import { AccessFields, accessProblem, type AccessChoice } from './AccessFields'
import { ContactsField } from './ContactsField'
import { SubjectsField } from './SubjectsField'

export const SPECIFICATION_MAX = 100
const GRADES: SecrecyGrade[] = ['reserved', 'secret', 'top_secret']

export interface ProcessDraft {
  specification: string
  subjects: string[]
  interested: ComboOption[]
  access: AccessChoice
  priority: string
  grade: SecrecyGrade | ''
}

interface ProcessFieldsProps {
  draft: ProcessDraft
  onChange: (draft: ProcessDraft) => void
  allowedLevels: AccessLevel[]
  checked: boolean
  /** Refusal of the server for a field, by its API name. */
  field: (name: string) => string | undefined
}

/** Fields a process has from its start (PRO-02) and that can be changed later (PRO-07). */
export function ProcessFields({ draft, onChange, allowedLevels, checked, field }: ProcessFieldsProps) {
  const { data: priorities = [] } = useQuery(catalogueQuery('priorities'))
  const set = (change: Partial<ProcessDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <TextField
        label={text.specification}
        hint={text.specificationHint(SPECIFICATION_MAX - draft.specification.length)}
        maxLength={SPECIFICATION_MAX}
        autoComplete="off"
        value={draft.specification}
        onChange={(specification) => set({ specification })}
        error={field('specification')}
      />
      <SubjectsField
        required
        codes={draft.subjects}
        onChange={(subjects) => set({ subjects })}
        error={field('subjects') ?? (checked && draft.subjects.length === 0 ? text.subjectsMissing : undefined)}
      />
      <ContactsField
        label={text.interested}
        hint={text.interestedHint}
        chosen={draft.interested}
        onChange={(interested) => set({ interested })}
        error={field('interested_parties')}
      />
      <AccessFields
        value={draft.access}
        allowed={allowedLevels}
        onChange={(access) => set({ access })}
        error={field('legal_basis') ?? field('access_level') ?? (checked ? accessProblem(draft.access) : undefined)}
      />
      {draft.access.level === 'confidential' ? (
        <Select
          label={text.grade}
          hint={text.gradeHint}
          className="field-medium"
          value={draft.grade}
          onChange={(grade) => set({ grade: GRADES.find((one) => one === grade) ?? '' })}
          error={field('secrecy_grade')}
        >
          <option value="">{text.noGrade}</option>
          {GRADES.map((grade) => (
            <option key={grade} value={grade}>
              {secrecyGradeName[grade]}
            </option>
          ))}
        </Select>
      ) : null}
      <Select
        label={text.priority}
        className="field-medium"
        value={draft.priority}
        onChange={(priority) => set({ priority })}
        error={field('priority')}
      >
        <option value="">{text.noPriority}</option>
        {priorities.map((priority) => (
          <option key={priority.code} value={priority.code}>
            {priority.name}
          </option>
        ))}
      </Select>
    </>
  )
}

export function isComplete(draft: ProcessDraft): boolean {
  return draft.subjects.length > 0 && !accessProblem(draft.access)
}

export function inputOf(draft: ProcessDraft): ProcessInput {
  return {
    specification: draft.specification.trim(),
    subjects: draft.subjects,
    interested_parties: draft.interested.map((one) => one.id),
    access_level: draft.access.level,
    legal_basis: draft.access.level === 'public' ? null : draft.access.legalBasis,
    secrecy_grade: draft.access.level === 'confidential' && draft.grade ? draft.grade : null,
    priority: draft.priority || null,
  }
}
