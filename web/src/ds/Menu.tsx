import type { ReactNode } from 'react'
import { Button as AriaButton, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button, buttonClass, type ButtonLook } from './Button'
import { Glyph } from './Glyph'

export interface MenuChoice {
  id: string
  label: string
  note?: string | undefined
  disabled?: boolean
  run: () => void
}

interface MenuProps {
  label: ReactNode
  ariaLabel?: string
  look?: ButtonLook
  small?: boolean
  /** Why there is nothing to choose from now; the button stays focusable so that the reason can be read. */
  unavailable?: string | null
  choices: MenuChoice[]
}

export function Menu({ label, ariaLabel, look = 'plain', small = false, unavailable, choices }: MenuProps) {
  const disabled = choices.filter((choice) => choice.disabled).map((choice) => choice.id)
  if (unavailable) {
    return (
      <Button look={look} small={small} unavailable={unavailable} {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
        {label} <Glyph name="down" />
      </Button>
    )
  }
  return (
    <MenuTrigger>
      <AriaButton className={buttonClass(look, small)} {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
        {label} <Glyph name="down" />
      </AriaButton>
      <Popover className="popover">
        <AriaMenu
          className="options"
          disabledKeys={disabled}
          onAction={(key) => choices.find((choice) => choice.id === key)?.run()}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className="option" textValue={choice.label}>
              {choice.label}
              {choice.note ? <span className="option-note">{choice.note}</span> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
