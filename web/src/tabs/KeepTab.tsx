import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ProcessPage } from '../api/types'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { keepTabMessages as text } from '../messages/process'
import { keyOf } from '../shell/keymap'
import { useShortcuts } from '../shell/shortcuts'
import { drop, keep, ownerOf, useKept, visited } from './kept'

/** Keeps the process in a tab, or lets it go; where the person is in it is remembered as they move. */
export function KeepTab({ page }: { page: ProcessPage }) {
  const owner = ownerOf(useMe())
  const { id, nup, type, effective_access_level: level } = page.process
  const address = useLocation({ select: ({ publicHref }) => publicHref })
  const on = useKept(owner).some((one) => one.id === id)
  const label = level === 'confidential' ? '' : `${nup} ${type.name}`
  const toggle = () => (on ? drop(owner, id) : keep(owner, { id, level, label, address }))
  // On the way to another process the address is already the other's.
  const here = address.includes(`/processo/${id}`)
  useEffect(() => {
    if (here) visited(owner, { id, level, label, address })
  }, [here, owner, id, level, label, address])
  useShortcuts({ keepTab: toggle })
  return (
    <Button small look={on ? 'primary' : 'secondary'} aria-pressed={on} aria-keyshortcuts={keyOf('keepTab')} onClick={toggle}>
      {text.keep}
    </Button>
  )
}
