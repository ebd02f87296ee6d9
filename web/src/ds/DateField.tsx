import { lazy, Suspense } from 'react'

const DatePicker = lazy(() => import('./DatePicker'))

export interface DateFieldProps {
  label: string
  /** Civil date `YYYY-MM-DD`, or empty. */
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | undefined
  required?: boolean
  autoFocus?: boolean
  /** First and last days that the calendar offers; typing another one is for the form to refuse. */
  min?: string
  max?: string
}

/**
 * A date as dd/mm/aaaa, typed or picked: the browser's own field follows the language of the browser, not of the page,
 * and showed the month first. It comes when a date is asked; the place it will take is kept meanwhile.
 */
export function DateField(props: DateFieldProps) {
  const place = (
    <div className="field">
      <span className="field-label">{props.label}</span>
      <div className="input date-place" />
      {props.hint ? <div className="field-hint">{props.hint}</div> : null}
    </div>
  )
  return (
    <Suspense fallback={place}>
      <DatePicker {...props} />
    </Suspense>
  )
}
