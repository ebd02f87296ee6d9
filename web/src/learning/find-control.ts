import { plain } from '../ds/plain'

const CONTROLS = 'button, a[href], [role=button], [role=menuitem]'

/** The control of the screen that has this name and can be seen; the hint itself is not looked at. */
export function findControl(name: string): HTMLElement | null {
  const wanted = plain(name)
  const found = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (one) => !one.closest('[data-hint]') && nameOf(one) === wanted && isSeen(one),
  )
  return found[0] ?? null
}

const nameOf = (control: HTMLElement) => plain(control.getAttribute('aria-label') ?? control.textContent ?? '').replace(/\s+/g, ' ')

function isSeen(control: HTMLElement): boolean {
  return control.getClientRects().length > 0 && getComputedStyle(control).visibility !== 'hidden'
}
