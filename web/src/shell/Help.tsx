import { lazy, Suspense, useState } from 'react'
import { Button } from '../ds/Button'
import { helpMessages } from '../messages/help'
import { useShortcuts } from './shortcuts'

const HelpDialog = lazy(() => import('./HelpDialog'))

/** Button and `?` that show the keyboard map. */
export function Help() {
  const [open, setOpen] = useState(false)
  useShortcuts({ help: () => setOpen(true) })
  return (
    <>
      <Button className="help-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {helpMessages.open}
      </Button>
      <Suspense fallback={null}>{open ? <HelpDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
