import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { remember, remembered } from '../remembered'

interface SplitterProps {
  label: string
  width: number
  onChange: (width: number) => void
  /** Side to which the panel grows when the handle moves that way. */
  grows: 'left' | 'right'
}

const MIN_WIDTH = 180
const MAX_WIDTH = 640
const STEP = 24

const clamp = (width: number) => Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width))

/** Handle between two panels: by pointer, or by arrows, Home and End (WCAG 2.5.7). */
export function Splitter({ label, width, onChange, grows }: SplitterProps) {
  const sign = grows === 'right' ? 1 : -1
  const start = useRef<{ x: number; width: number } | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted: Record<string, number> = {
      ArrowRight: width + sign * STEP,
      ArrowLeft: width - sign * STEP,
      Home: MIN_WIDTH,
      End: MAX_WIDTH,
    }
    const next = wanted[event.key]
    if (next === undefined) return
    event.preventDefault()
    onChange(clamp(next))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    start.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) onChange(clamp(start.current.width + sign * (event.clientX - start.current.x)))
  }
  return (
    // A separator that moves is a control by the ARIA pattern, so it takes focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null
      }}
    />
  )
}

const key = (panel: string) => `iperoig.width.${panel}`

export function readWidth(panel: string, initial: number): number {
  const stored = Number(remembered(key(panel)))
  return stored > 0 ? clamp(stored) : initial
}

export function writeWidth(panel: string, width: number): void {
  remember(key(panel), String(width))
}
