import { useEffect } from 'react'
import { useLatest } from './useLatest'

interface EditorShortcuts {
  onSave: () => void
  onFind?: () => void
  onLink: () => void
  onToolbar: () => void
  onComment?: () => void
}

function actOf(event: KeyboardEvent, shortcuts: EditorShortcuts): (() => void) | null {
  if (event.altKey && event.key === 'F10') return shortcuts.onToolbar
  if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'm') return shortcuts.onComment ?? null
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null
  const inText = event.target instanceof Element && event.target.closest('.paper') !== null
  switch (event.key.toLowerCase()) {
    case 's':
      return shortcuts.onSave
    case 'f':
      return shortcuts.onFind ?? null
    case 'k':
      // Outside the text Ctrl+K belongs to the search box of the whole system.
      return inText ? shortcuts.onLink : null
    default:
      return null
  }
}

/** Ctrl+S, Ctrl+F, Ctrl+K, Ctrl+Alt+M and Alt+F10 anywhere on the editor's page; a dialog that is open keeps its own keys. */
export function useEditorShortcuts(shortcuts: EditorShortcuts): void {
  const latest = useLatest(shortcuts)
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (document.querySelector('[role="dialog"],[role="alertdialog"]')) return
      const act = actOf(event, latest.current)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [latest])
}
