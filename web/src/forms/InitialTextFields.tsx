import { useQuery } from '@tanstack/react-query'
import { favouritesQuery, standardTextsQuery } from '../api/authoring'
import type { AuthoredDocumentInput } from '../api/types'
import { useMe } from '../api/use-me'
import { RadioGroup } from '../ds/Choice'
import { Select, TextField } from '../ds/Field'
import { initialTextMessages } from '../messages/authoring'
import { formMessages as text } from '../messages/forms'

const more = initialTextMessages

type Source = 'template' | 'none' | 'document' | 'standard_text' | 'favourite'

export interface InitialText {
  from: Source
  /** Number of the document to copy, typed or of a favourite; id of the standard text. */
  reference: string
}

/** What is missing in the choice, in words; undefined when it is whole. */
export function initialTextProblem({ from, reference }: InitialText): string | undefined {
  if (from === 'template' || from === 'none' || reference.trim()) return undefined
  if (from === 'standard_text') return more.textMissing
  return from === 'favourite' ? more.favouriteMissing : text.fromDocumentMissing
}

/** As the API takes it: a favourite is a document, by its number. */
export function initialTextInput({ from, reference }: InitialText): AuthoredDocumentInput['initial_text'] {
  if (from === 'standard_text') return { from, text: reference, reference: null }
  if (from === 'document' || from === 'favourite') return { from: 'document', reference: reference.trim(), text: null }
  return { from, reference: null, text: null }
}

interface InitialTextFieldsProps {
  value: InitialText
  onChange: (value: InitialText) => void
  hasTemplate: boolean
  error: string | undefined
}

/** Where the text begins: the type's template, nothing, another document, a favourite, a standard text (DOC-01). */
export function InitialTextFields({ value, onChange, hasTemplate, error }: InitialTextFieldsProps) {
  const setReference = (reference: string) => onChange({ ...value, reference })
  return (
    <>
      <RadioGroup
        label={text.initialText}
        inline
        value={value.from}
        onChange={(from) => onChange({ from, reference: '' })}
        options={[
          ...(hasTemplate ? [{ value: 'template' as const, label: text.fromTemplate }] : []),
          { value: 'none' as const, label: text.fromNothing },
          { value: 'standard_text' as const, label: more.fromStandardText },
          { value: 'favourite' as const, label: more.fromFavourite },
          { value: 'document' as const, label: text.fromDocument },
        ]}
      />
      {value.from === 'document' ? (
        <TextField
          label={text.fromDocumentNumber}
          className="field-short"
          inputMode="numeric"
          required
          value={value.reference}
          onChange={setReference}
          error={error}
        />
      ) : null}
      {value.from === 'standard_text' ? <TextChoice value={value.reference} onChange={setReference} error={error} /> : null}
      {value.from === 'favourite' ? <FavouriteChoice value={value.reference} onChange={setReference} error={error} /> : null}
    </>
  )
}

interface ChoiceProps {
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

function TextChoice({ value, onChange, error }: ChoiceProps) {
  const { unit } = useMe()
  const texts = useQuery(standardTextsQuery(unit.id))
  const offered = (texts.data?.items ?? []).filter((one) => one.active)
  return (
    <Select
      label={more.standardText}
      required
      value={value}
      onChange={onChange}
      error={error}
      hint={texts.isSuccess && offered.length === 0 ? more.noTexts : undefined}
    >
      <option value="">{more.chooseText}</option>
      {offered.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </Select>
  )
}

function FavouriteChoice({ value, onChange, error }: ChoiceProps) {
  const { unit } = useMe()
  const kept = useQuery(favouritesQuery(unit.id))
  const models = (kept.data?.items ?? []).flatMap(({ group, document }) => (document?.model ? [{ group, document }] : []))
  return (
    <Select
      label={more.favourite}
      required
      value={value}
      onChange={onChange}
      error={error}
      hint={kept.isSuccess && models.length === 0 ? more.noFavourites : undefined}
    >
      <option value="">{more.chooseFavourite}</option>
      {models.map(({ group, document }) => (
        <option key={document.id} value={document.number}>
          {`${group ? `${group}: ` : ''}${document.title} (${document.number})`}
        </option>
      ))}
    </Select>
  )
}
