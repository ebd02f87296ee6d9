import { formMessages as text } from '../messages/forms'

/** Reais as they are written here, with or without points between the thousands and with up to two figures of centavos. */
const WRITTEN = /^(\d{1,12}|\d{1,3}(\.\d{3}){1,3})(,\d{1,2})?$/

/** What keeps the form from being sent; nothing at all may be left. */
export function amountProblem(shown: string): string | undefined {
  return shown.trim() === '' || WRITTEN.test(shown.trim()) ? undefined : text.amountWrong
}

/** As the API takes it: 1.234,5 is 1234.50. */
export function amountInput(shown: string): string | null {
  if (shown.trim() === '' || amountProblem(shown)) return null
  const [whole = '', cents = ''] = shown.trim().replaceAll('.', '').split(',')
  return `${whole}.${cents.padEnd(2, '0')}`
}
