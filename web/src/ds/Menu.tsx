import { lazy, Suspense, type ReactNode } from 'react'
import { Button, buttonClass, type ButtonLook } from './Button'
import { Glyph } from './Glyph'

export interface MenuChoice {
  id: string
  label: string
  note?: string | undefined
  disabled?: boolean
  run: () => void
}

export interface MenuProps {
  label: ReactNode
  ariaLabel?: string
  look?: ButtonLook
  small?: boolean
  /** Why there is nothing to choose from now; the button stays focusable so that the reason can be read. */
  unavailable?: string | null
  choices: MenuChoice[]
}

const MenuOfChoices = lazy(() => import('./MenuOfChoices'))

export function Menu(menu: MenuProps) {
  const { label, ariaLabel, look = 'plain', small = false, unavailable } = menu
  if (unavailable) {
    return (
      <Button look={look} small={small} unavailable={unavailable} {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
        {label} <Glyph name="down" />
      </Button>
    )
  }
  // The same button, in the same place, until the menu arrives: nothing on the screen moves when it does.
  const waiting = (
    <button type="button" className={buttonClass(look, small)} disabled {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
      {label} <Glyph name="down" />
    </button>
  )
  return (
    <Suspense fallback={waiting}>
      <MenuOfChoices {...menu} />
    </Suspense>
  )
}
