import type { ReturnDueInput } from '../api/types'
import { sendMessages as text } from '../messages/acts'

/** What the person filled in about when the process must come back (TRA-03). */
export interface ReturnDueForm {
  kind: 'none' | 'date' | 'days' | 'business'
  date: string
  days: string
}

export const noReturnDue: ReturnDueForm = { kind: 'none', date: '', days: '5' }

const MAX_DAYS = 999

/** Sentence for what is wrong, or undefined. `today` is the civil date in the tenant's zone. */
export function returnDueProblem(form: ReturnDueForm, today: string): string | undefined {
  if (form.kind === 'date' && !(form.date > today)) return text.dateMissing
  if (form.kind === 'days' || form.kind === 'business') {
    const days = Number(form.days)
    if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) return text.daysMissing
  }
  return undefined
}

export function returnDueInput(form: ReturnDueForm): ReturnDueInput {
  switch (form.kind) {
    case 'none':
      return null
    case 'date':
      return { date: form.date }
    case 'days':
      return { days: Number(form.days), business: false }
    case 'business':
      return { days: Number(form.days), business: true }
  }
}
