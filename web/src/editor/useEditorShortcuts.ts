import { useEffect, useRef } from 'react'

interface EditorShortcuts {
  onSave: () => void
  onFind: () => void
  onLink: () => void
  onToolbar: () => void
}

/** Ctrl+S, Ctrl+F, Ctrl+K and Alt+F10 anywhere on the editor's page; a dialog that is open keeps its own keys. */
export function useEditorShortcuts(shortcuts: EditorShortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const act = (event: KeyboardEvent): (() => void) | null => {
      if (event.altKey && event.key === 'F10') return latest.current.onToolbar
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null
      const inText = event.target instanceof Element && event.target.closest('.paper') !== null
      switch (event.key.toLowerCase()) {
        case 's':
          return latest.current.onSave
        case 'f':
          return latest.current.onFind
        case 'k':
          // Outside the text Ctrl+K belongs to the search box of the whole system.
          return inText ? latest.current.onLink : null
        default:
          return null
      }
    }
    const listener = (event: KeyboardEvent) => {
      if (document.querySelector('[role="dialog"],[role="alertdialog"]')) return
      const run = act(event)
      if (!run) return
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}
