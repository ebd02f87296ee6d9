import type { MenuChoice, MenuProps } from '../ds/Menu'
import { openMenus } from '../ds/offered-menus'

/** An act of the screen that is open, in the screen's own words. */
export interface Offer {
  id: string
  label: string
  /** Of which bar or menu, as it is announced. */
  of: string
  run: () => void
}

const BARS = '[role=toolbar]:not([data-of=text]), .document-actions, .page-head'

/**
 * What the screen offers now: the buttons of its bars and the choices of its menus. Read from the screen rather than listed
 * again, so that the palette never offers what the screen does not, nor forgets what was added later.
 */
export function offered(): Offer[] {
  return [...buttons(), ...openMenus().flatMap(choices)]
}

function buttons(): Offer[] {
  return [...document.querySelectorAll<HTMLElement>(BARS)].flatMap((bar, place) =>
    [...bar.querySelectorAll<HTMLElement>('button, a.button')]
      .filter((one) => one.getAttribute('aria-disabled') !== 'true' && !one.hasAttribute('aria-haspopup') && shown(one))
      .map((one, at) => ({
        id: `button-${place}-${at}`,
        label: one.getAttribute('aria-label') ?? one.textContent.trim(),
        of: bar.getAttribute('aria-label') ?? '',
        run: () => one.click(),
      })),
  )
}

function shown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

function choices(menu: MenuProps, place: number): Offer[] {
  const of = menu.ariaLabel ?? (typeof menu.label === 'string' ? menu.label : '')
  return menu.unavailable
    ? []
    : menu.choices.filter(({ disabled }) => !disabled).map((choice: MenuChoice) => ({
        id: `menu-${place}-${choice.id}`,
        label: choice.label,
        of: choice.section ?? of,
        run: choice.run,
      }))
}
