import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { showStep } from './tour'

const LOOK_AGAIN_MS = 400
const AROUND = 4
/** Taller than a control: rounding it as one would cut its corners. */
const WIDE = 64

/** Drawn around what is spoken of; it takes no click and is told to nobody. */
export function PointedRing({ box }: { box: DOMRect }) {
  const top = Math.max(0, box.top - AROUND)
  const left = Math.max(0, box.left - AROUND)
  const style = {
    top,
    left,
    width: Math.min(window.innerWidth, box.right + AROUND) - left,
    height: Math.min(window.innerHeight, box.bottom + AROUND) - top,
  }
  return <span className="hint-ring" style={style} aria-hidden="true" data-hint data-wide={style.height > WIDE || undefined} />
}

/** Where it is now; screens change under the hint, so it looks again and again. */
export function usePlace(find: () => HTMLElement | null): DOMRect | null {
  const [box, setBox] = useState<DOMRect | null>(null)
  const path = useLocation({ select: ({ href }) => href })
  useEffect(() => {
    const look = () => {
      const found = find()?.getBoundingClientRect() ?? null
      setBox((before) => (same(before, found) ? before : found))
    }
    look()
    const timer = setInterval(look, LOOK_AGAIN_MS)
    window.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [find, path])
  return box
}

function same(one: DOMRect | null, other: DOMRect | null): boolean {
  return one?.top === other?.top && one?.left === other?.left && one?.width === other?.width && one?.height === other?.height
}

/** Esc puts the hint away, unless a window or a menu is open that takes it. */
export function useEscape() {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (!document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) showStep(null)
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [])
}
