import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button, buttonClass, type ButtonLook } from './Button'
import { Glyph } from './Glyph'
import { useOffered } from './offered-menus'

export interface MenuChoice {
  id: string
  label: string
  note?: string | undefined
  /** The heading that it stands under; those of one heading stand together. */
  section?: string
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

const load = () => import('./MenuOfChoices')
const MenuOfChoices = lazy(load)

/** A button that opens choices; what opens is fetched when somebody reaches for it, not with the screen. */
export function Menu(menu: MenuProps) {
  const { label, ariaLabel, look = 'plain', small = false, unavailable } = menu
  const [asked, setAsked] = useState(false)
  useOffered(menu)
  const named = ariaLabel ? { 'aria-label': ariaLabel } : {}
  if (unavailable) {
    return (
      <Button look={look} small={small} unavailable={unavailable} {...named}>
        {label} <Glyph name="down" />
      </Button>
    )
  }
  // The same button, in the same place, until the menu arrives: nothing on the screen moves when it does.
  const closed = (
    <button
      type="button"
      className={buttonClass(look, small)}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onClick={() => setAsked(true)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          setAsked(true)
        }
      }}
      {...named}
    >
      {label} <Glyph name="down" />
    </button>
  )
  if (!asked) return closed
  return (
    <Suspense fallback={closed}>
      <MenuOfChoices {...menu} />
    </Suspense>
  )
}
