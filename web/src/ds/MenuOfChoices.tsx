import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { buttonClass } from './Button'
import { Glyph } from './Glyph'
import type { MenuChoice, MenuProps } from './Menu'

/** A menu that opens as it is mounted. In a chunk of its own: the library's menu is heavier than the inbox's list. */
export default function MenuOfChoices({ label, ariaLabel, look = 'plain', small = false, choices }: MenuProps) {
  const [open, setOpen] = useState(false)
  // Opened after its button took the focus, so that closing gives the focus back to the button.
  useEffect(() => setOpen(true), [])
  const disabled = choices.filter((choice) => choice.disabled).map((choice) => choice.id)
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton autoFocus className={buttonClass(look, small)} {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
        {label} <Glyph name="down" />
      </AriaButton>
      <Popover className="popover">
        <AriaMenu
          className="options"
          disabledKeys={disabled}
          onAction={(key) => choices.find((choice) => choice.id === key)?.run()}
        >
          {sectionsOf(choices).map(({ heading, choices: inside }) =>
            heading ? (
              <MenuSection key={heading} className="option-section">
                <Header className="option-heading">{heading}</Header>
                {inside.map(itemOf)}
              </MenuSection>
            ) : (
              inside.map(itemOf)
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function itemOf(choice: MenuChoice) {
  return (
    <MenuItem key={choice.id} id={choice.id} className="option" textValue={choice.label}>
      {choice.label}
      {choice.note ? <span className="option-note">{choice.note}</span> : null}
    </MenuItem>
  )
}

/** Choices under their headings, in the order in which each heading first comes. */
export function sectionsOf(choices: MenuChoice[]): { heading: string; choices: MenuChoice[] }[] {
  const headings = [...new Set(choices.map((choice) => choice.section ?? ''))]
  return headings.map((heading) => ({ heading, choices: choices.filter((choice) => (choice.section ?? '') === heading) }))
}
