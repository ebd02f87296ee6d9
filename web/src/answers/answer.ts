import type { Answers, FormField } from '../api/answers'

/** How a number is written on the screen, and how it is kept: 1.234,50 and 1234.50. */
export function shownNumber(kept: string): string {
  return kept.replace('.', ',')
}

export function keptNumber(shown: string): string {
  return shown.trim().replaceAll('.', '').replace(',', '.')
}

export function isNumeric(field: FormField): boolean {
  return field.kind === 'money' || field.kind === 'integer' || field.kind === 'decimal'
}

/** What the fields show when the screen opens. */
export function shownAnswers(fields: FormField[], answers: Answers): Answers {
  return Object.fromEntries(
    fields
      .filter((field) => field.kind !== 'note')
      .map((field) => {
        const kept = answers[field.id] ?? []
        return [field.id, isNumeric(field) ? kept.map(shownNumber) : kept]
      }),
  )
}

/** What goes to the server. */
export function keptAnswers(fields: FormField[], shown: Answers): Answers {
  return Object.fromEntries(
    Object.entries(shown).map(([id, answer]) => {
      const field = fields.find((one) => one.id === id)
      return [id, field && isNumeric(field) ? answer.map(keptNumber) : answer]
    }),
  )
}

export function isMissing(field: FormField, answer: string[] | undefined): boolean {
  if (!field.required) return false
  if (field.kind === 'flag') return answer?.[0] !== 'true'
  return !answer?.some((line) => line.trim() !== '')
}
