import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { dsMessages } from '../messages/ds'
import { classNames } from './class-names'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Hides the label from sight only; screen readers keep it. */
  labelHidden?: boolean
}

interface FrameProps extends FieldProps {
  required?: boolean | undefined
  className?: string | undefined
  children: (ids: { id: string; describedBy: string | undefined; invalid: true | undefined }) => ReactNode
}

/** Label, control, hint and error tied together for assistive technology. */
export function FieldFrame({ label, hint, error, labelHidden, required, className, children }: FrameProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classNames('field', className)}>
      <label className={classNames('field-label', labelHidden && 'visually-hidden')} htmlFor={id}>
        {label} {required ? <span className="field-required">{dsMessages.required}</span> : null}
      </label>
      {children({ id, describedBy: described || undefined, invalid: error ? true : undefined })}
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      ) : null}
    </div>
  )
}

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    value: string
    onChange: (value: string) => void
  }

export function TextField(props: TextFieldProps) {
  const { label, hint, error, labelHidden, value, onChange, className, required, ...rest } = props
  return (
    <FieldFrame {...{ label, hint, error, required, className }} labelHidden={labelHidden ?? false}>
      {({ id, describedBy, invalid }) => (
        <input
          type="text"
          {...rest}
          id={id}
          className="input"
          value={value}
          aria-required={required || undefined}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

type TextAreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
    value: string
    onChange: (value: string) => void
  }

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, labelHidden, value, onChange, className, required, ...rest } = props
  return (
    <FieldFrame {...{ label, hint, error, required, className }} labelHidden={labelHidden ?? false}>
      {({ id, describedBy, invalid }) => (
        <textarea
          {...rest}
          id={id}
          className="input"
          value={value}
          aria-required={required || undefined}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
    value: string
    onChange: (value: string) => void
    children: ReactNode
  }

/** The browser's own select: the fastest to use by keyboard, on any device. Children are `<option>`s. */
export function Select(props: SelectProps) {
  const { label, hint, error, labelHidden, value, onChange, className, required, children, ...rest } = props
  return (
    <FieldFrame {...{ label, hint, error, required, className }} labelHidden={labelHidden ?? false}>
      {({ id, describedBy, invalid }) => (
        <select
          {...rest}
          id={id}
          className="input"
          value={value}
          aria-required={required || undefined}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </FieldFrame>
  )
}
