import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef } from 'react'

interface RovingToolbarProps {
  label: string
  children: ReactNode
  /** Esc: back to the text. */
  onLeave: () => void
  ref?: Ref<HTMLDivElement>
}

const ITEMS = 'button, select, input'

function itemsOf(toolbar: HTMLElement): HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => !item.hasAttribute('disabled'))
}

function target(key: string, index: number, total: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % total
    case 'ArrowLeft':
      return (index - 1 + total) % total
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}

/** One Tab stop for all the buttons; arrows, Home and End walk them (ARIA toolbar pattern). */
export function RovingToolbar({ label, children, onLeave, ref }: RovingToolbarProps) {
  const own = useRef<HTMLDivElement>(null)
  const current = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const toolbar = own.current
    if (!toolbar) return
    const items = itemsOf(toolbar)
    if (!current.current || !items.includes(current.current)) current.current = items[0] ?? null
    for (const item of items) item.tabIndex = item === current.current ? 0 : -1
  })

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
      return
    }
    const items = itemsOf(event.currentTarget)
    const index = items.indexOf(document.activeElement as HTMLElement)
    const next = index < 0 ? null : target(event.key, index, items.length)
    if (next === null) return
    event.preventDefault()
    items[next]?.focus()
  }

  return (
    <div
      className="editor-toolbar"
      role="toolbar"
      aria-label={label}
      tabIndex={-1}
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      onKeyDown={walk}
      onFocus={(event) => {
        const item = event.target
        if (!item.matches(ITEMS)) return
        if (current.current) current.current.tabIndex = -1
        current.current = item
        item.tabIndex = 0
      }}
    >
      {children}
    </div>
  )
}

/** What Alt+F10 does: the toolbar's current button takes the focus. */
export function focusToolbar(toolbar: HTMLElement | null): void {
  const items = toolbar ? itemsOf(toolbar) : []
  const item = items.find((candidate) => candidate.tabIndex === 0) ?? items[0]
  item?.focus()
}
