import { useLocation, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '../ds/Button'
import { shellMessages as text } from '../messages/shell'
import { useShortcuts } from './shortcuts'

const HelpOfScreen = lazy(() => import('../help/HelpOfScreen'))

/** Button and `?` that show what the manual says about the screen, beside it. */
export function Help() {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const path = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath })
  const panel = useLocation({ select: ({ search }) => ('painel' in search ? search.painel : undefined) })
  useShortcuts({ help: () => setOpen(true) })
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <Button ref={button} className="help-button" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
        {text.help}
      </Button>
      <Suspense fallback={null}>{open ? <HelpOfScreen path={path} panel={panel} onClose={close} /> : null}</Suspense>
    </>
  )
}
