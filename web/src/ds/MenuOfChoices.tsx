import { Button as AriaButton, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { buttonClass } from './Button'
import { Glyph } from './Glyph'
import type { MenuProps } from './Menu'

/** A menu that can open. In a chunk of its own: the library's menu is heavier than the whole list of the inbox. */
export default function MenuOfChoices({ label, ariaLabel, look = 'plain', small = false, choices }: MenuProps) {
  const disabled = choices.filter((choice) => choice.disabled).map((choice) => choice.id)
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
