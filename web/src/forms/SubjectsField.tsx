import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import type { CodeName } from '../api/types'
import type { ComboOption } from '../ds/ComboBox'
import { MultiComboBox } from '../ds/MultiComboBox'
import { formMessages as text } from '../messages/forms'

interface SubjectsFieldProps {
  codes: string[]
  onChange: (codes: string[]) => void
  required?: boolean
  hint?: string
  error?: string | undefined
}

/** Codes of the classification plan. */
export function SubjectsField({ codes, onChange, required, hint = text.subjectsHint, error }: SubjectsFieldProps) {
  const { data: subjects = [], isPending } = useQuery(catalogueQuery('subjects'))
  const chosen = codes.map((code) => optionOf(subjects.find((one) => one.code === code) ?? { code, name: '' }))
  return (
    <MultiComboBox
      label={text.subjects}
      hint={hint}
      required={required ?? false}
      options={subjects.map(optionOf)}
      loading={isPending}
      chosen={chosen}
      onChange={(next) => onChange(next.map((option) => option.id))}
      error={error}
    />
  )
}

function optionOf(subject: CodeName): ComboOption {
  return { id: subject.code, label: `${subject.code} ${subject.name}`.trim() }
}
