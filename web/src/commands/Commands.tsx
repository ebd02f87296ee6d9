import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '../ds/Button'
import { shellMessages as text } from '../messages/shell'

const Palette = lazy(() => import('./Palette'))

/** Ctrl+K from anywhere but the text of a document, where the same keys make a link. */
export function Commands() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.defaultPrevented) return
      if (document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable) return
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <Button className="commands-button" aria-haspopup="dialog" aria-keyshortcuts="Control+K" title={text.commandsKeys} onClick={() => setOpen(true)}>
        {text.commands}
      </Button>
      <Suspense fallback={null}>{open ? <Palette onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
