import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import type { AccessLevel } from '../api/types'
import { RadioGroup } from '../ds/Choice'
import { Select } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { accessLevelName } from '../messages/terms'

export interface AccessChoice {
  level: AccessLevel
  legalBasis: string
}

interface AccessFieldsProps {
  value: AccessChoice
  onChange: (value: AccessChoice) => void
  allowed: AccessLevel[]
  error?: string | undefined
}

const HINTS: Record<AccessLevel, string> = {
  public: text.levelPublicHint,
  restricted: text.levelRestrictedHint,
  confidential: text.levelConfidentialHint,
}

/** Access level and, when not public, the legal basis that the law asks for (PRO-08). */
export function AccessFields({ value, onChange, allowed, error }: AccessFieldsProps) {
  const { data: bases = [] } = useQuery(catalogueQuery('legal-bases'))
  const fitting = bases.filter((basis) => basis.level === value.level)
  return (
    <div className="stack">
      <RadioGroup
        label={text.level}
        required
        value={value.level}
        onChange={(level) => onChange({ level, legalBasis: level === value.level ? value.legalBasis : '' })}
        options={allowed.map((level) => ({ value: level, label: accessLevelName[level], hint: HINTS[level] }))}
      />
      {value.level === 'public' ? null : (
        <Select
          label={text.legalBasis}
          required
          value={value.legalBasis}
          onChange={(legalBasis) => onChange({ ...value, legalBasis })}
          error={error}
        >
          <option value="">{text.legalBasisChoose}</option>
          {fitting.map((basis) => (
            <option key={basis.code} value={basis.code}>
              {basis.law ? `${basis.name} (${basis.law})` : basis.name}
            </option>
          ))}
        </Select>
      )}
    </div>
  )
}

export function accessProblem(value: AccessChoice): string | undefined {
  return value.level !== 'public' && !value.legalBasis ? text.legalBasisMissing : undefined
}
