import { useQuery } from '@tanstack/react-query'
import { catalogueQuery } from '../api/catalogues'
import type { DigitizationInput } from '../api/types'
import { Checkbox } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { Select, TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'
import { useTime } from '../time/use-time'
import type { UploadDraft, UploadProblems } from './upload-draft'

interface DigitizedFieldsProps {
  draft: UploadDraft
  onChange: (change: Partial<UploadDraft>) => void
  problems: UploadProblems
  field: (name: string) => string | undefined
}

/** How the copy was checked, and what Decreto 10.278/2020 asks of the digitization (DOC-08). */
export function DigitizedFields({ draft, onChange, problems, field }: DigitizedFieldsProps) {
  const { data: checks = [] } = useQuery(catalogueQuery('conformity-checks'))
  const { today } = useTime()
  const { digitization } = draft
  const set = (change: Partial<DigitizationInput>) => onChange({ digitization: { ...digitization, ...change } })
  return (
    <fieldset className="form-part stack">
      <legend className="field-label">{text.digitizedPart}</legend>
      <div className="form-columns">
        <Select
          label={text.conformity}
          required
          value={draft.conformity}
          onChange={(conformity) => onChange({ conformity })}
          error={field('conformity_check') ?? problems.conformity}
        >
          <option value="">{text.conformityChoose}</option>
          {checks.map((check) => (
            <option key={check.code} value={check.code}>
              {check.name}
            </option>
          ))}
        </Select>
        <TextField
          label={text.author}
          hint={text.authorHint}
          required
          autoComplete="off"
          maxLength={250}
          value={digitization.author}
          onChange={(author) => set({ author })}
          error={field('digitization.author') ?? problems.author}
        />
        <DateField
          label={text.digitizedOn}
          required
          max={today()}
          value={digitization.on}
          onChange={(on) => set({ on })}
          error={field('digitization.on') ?? problems.on}
        />
        <TextField
          label={text.place}
          required
          autoComplete="off"
          maxLength={250}
          value={digitization.place}
          onChange={(place) => set({ place })}
          error={field('digitization.place') ?? problems.place}
        />
        <TextField
          label={text.responsible}
          required
          autoComplete="off"
          maxLength={250}
          value={digitization.responsible}
          onChange={(responsible) => set({ responsible })}
          error={field('digitization.responsible') ?? problems.responsible}
        />
        <Select
          label={text.genre}
          value={digitization.genre}
          onChange={(genre) => set({ genre: genre as DigitizationInput['genre'] })}
          error={field('digitization.genre')}
        >
          {Object.entries(text.genres).map(([genre, name]) => (
            <option key={genre} value={genre}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox
        label={text.forArchiving}
        hint={text.forArchivingHint}
        checked={digitization.for_archiving}
        onChange={(kept) => set({ for_archiving: kept })}
      />
    </fieldset>
  )
}
