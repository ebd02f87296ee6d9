import type { ReopeningInput } from '../api/reopening'
import { reopenMessages } from '../messages/acts'
import type { DueWords } from './ReturnDueFields'
import type { ReturnDueForm } from './return-due'

/** When a process that is closed here comes back by itself: on a date, or so many days from now (TRA-06). */
export function reopeningInput(form: ReturnDueForm): ReopeningInput {
  switch (form.kind) {
    case 'none':
      return { reopen_on: null, reopen_in: null }
    case 'date':
      return { reopen_on: form.date, reopen_in: null }
    case 'days':
      return { reopen_on: null, reopen_in: { days: Number(form.days), business: false } }
    case 'business':
      return { reopen_on: null, reopen_in: { days: Number(form.days), business: true } }
  }
}

export const reopenWords: DueWords = {
  due: reopenMessages.due,
  none: reopenMessages.none,
  byDate: reopenMessages.byDate,
  byDays: reopenMessages.byDays,
  byBusinessDays: reopenMessages.byBusinessDays,
  date: reopenMessages.date,
  days: reopenMessages.days,
  hint: reopenMessages.hint,
}
