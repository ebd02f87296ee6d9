import { useEffect, useRef } from 'react'
import { shortcutsEnabled } from '../ds/theme'
import { keyOf, type KeyAct } from './keymap'

/** Whether the key pressed belongs to a text being written. */
export function isTyping(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  if (element.isContentEditable) return true
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}

/** Whether single keys do nothing now: while typing, with a dialog open, or when the person turned them off. */
export function areKeysSilent(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  if (isTyping(document.activeElement) || !shortcutsEnabled()) return true
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
}

/** Single-letter shortcuts of a screen. */
export function useShortcuts(acts: Partial<Record<KeyAct, () => unknown>>): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = event.key.toLowerCase()
      const run = Object.entries(latest.current).find(([act]) => keyOf(act as KeyAct) === pressed)?.[1]
      if (!run || areKeysSilent(event)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
