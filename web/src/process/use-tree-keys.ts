import { useRef, type KeyboardEvent } from 'react'
import { typeAhead, type TreeRow } from './tree-rows'

interface TreeKeys {
  rows: TreeRow[]
  active: number
  goTo: (index: number) => void
  choose: (row: TreeRow | undefined) => void
  toggle: (folder: number, open: boolean) => void
  openAll: () => void
}

const PAGE_LINES = 12
const TYPE_PAUSE_MS = 900
/** No name begins with them: they are left to the keys of the screen. */
const SIGNS = '?[]'

/** Keys of an ARIA tree: arrows, Home, End, Page Up/Down, Enter, * for every folder, and type-ahead by name or number. */
export function useTreeKeys({ rows, active, goTo, choose, toggle, openAll }: TreeKeys) {
  const typed = useRef({ text: '', at: 0 })
  const clamp = (index: number) => Math.max(0, Math.min(rows.length - 1, index))

  const sideways = (row: TreeRow | undefined, opening: boolean) => {
    if (row?.kind === 'folder' && row.open !== opening) toggle(row.index, opening)
    else if (row?.kind === 'folder' && opening) goTo(clamp(active + 1))
    else if (row?.kind === 'document' && row.level === 2 && !opening) goTo(clamp(active - row.place))
  }
  const type = (event: KeyboardEvent) => {
    const now = event.timeStamp
    const text = now - typed.current.at < TYPE_PAUSE_MS ? typed.current.text + event.key : event.key
    typed.current = { text, at: now }
    const found = typeAhead(rows, text, text.length > 1 ? active - 1 : active)
    if (found >= 0) goTo(found)
  }
  const acts: Record<string, () => void> = {
    ArrowDown: () => goTo(clamp(active + 1)),
    ArrowUp: () => goTo(clamp(active - 1)),
    ArrowRight: () => sideways(rows[active], true),
    ArrowLeft: () => sideways(rows[active], false),
    Home: () => goTo(0),
    End: () => goTo(rows.length - 1),
    PageDown: () => goTo(clamp(active + PAGE_LINES)),
    PageUp: () => goTo(clamp(active - PAGE_LINES)),
    Enter: () => choose(rows[active]),
    ' ': () => choose(rows[active]),
    '*': openAll,
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const act = acts[event.key]
    if (act) act()
    else if (event.key.length === 1 && !SIGNS.includes(event.key)) type(event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
