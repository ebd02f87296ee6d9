import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { keptHere } from '../environment'
import { remember, remembered } from '../remembered'
import { useShortcuts } from '../shell/shortcuts'
import type { InboxSearch } from './search'

const KEY = keptHere('iperoig.preview')
/** Below this the pane would leave no room for the list; the process itself is one press away. */
const WIDE = '(width >= 56.25rem)'
/** Whoever goes down the list with a key held asks for the last one only. */
const REST_MS = 180

interface Preview {
  open: boolean
  /** The process shown: the one the keyboard is on, or the one in the address. */
  process: string | null
  toggle: () => void
}

/** Whether the pane is open is remembered on this computer; what it shows is in the address. */
export function usePreview(search: InboxSearch, active: string | null): Preview {
  const [asked, setAsked] = useState(() => search.ver !== undefined || remembered(KEY) === 'open')
  const wide = useWide()
  const navigate = useNavigate()
  const open = asked && wide
  const shown = (open ? active : null) ?? search.ver
  useEffect(() => {
    if (!open || !shown || shown === search.ver) return undefined
    const rest = setTimeout(() => void navigate({ to: '/caixa', search: { ...search, ver: shown }, replace: true, resetScroll: false }), REST_MS)
    return () => clearTimeout(rest)
  }, [open, shown, search, navigate])
  const toggle = useCallback(() => {
    remember(KEY, asked ? null : 'open')
    setAsked(!asked)
    const { ver: _, ...rest } = search
    if (asked) void navigate({ to: '/caixa', search: rest, replace: true, resetScroll: false })
  }, [asked, search, navigate])
  useShortcuts({ preview: () => wide && toggle() })
  return { open, process: search.ver ?? null, toggle }
}

function useWide(): boolean {
  return useSyncExternalStore(onWidth, () => matchMedia(WIDE).matches)
}

function onWidth(then: () => void): () => void {
  const wide = matchMedia(WIDE)
  wide.addEventListener('change', then)
  return () => wide.removeEventListener('change', then)
}
