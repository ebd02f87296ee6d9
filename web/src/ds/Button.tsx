import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { dsMessages } from '../messages/ds'
import { classNames } from './class-names'

export type ButtonLook = 'primary' | 'secondary' | 'plain' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook
  small?: boolean
  /** Keeps the button reachable and says that the act is under way, instead of vanishing from the Tab order. */
  busy?: boolean
  /** Why the act is not possible now; the button stays focusable so that the reason can be read. */
  unavailable?: string | null | undefined
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function buttonClass(look: ButtonLook = 'plain', small = false): string {
  return classNames('button', look !== 'plain' && `button-${look}`, small && 'button-small')
}

export function Button({ look, small, busy, unavailable, children, onClick, className, ...rest }: ButtonProps) {
  const inert = Boolean(busy || unavailable)
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass(look, small), className)}
      aria-disabled={inert || undefined}
      title={unavailable ?? rest.title}
      onClick={(event) => {
        if (inert) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : null}
      {children}
      {busy ? <span className="visually-hidden">{dsMessages.busy}</span> : null}
    </button>
  )
}
