import { useRef, useState, type PointerEvent } from 'react'
import type { Area } from '../api/redact'
import { classNames } from '../ds/class-names'
import { areaOf, WHOLE } from './areas'

interface AreaLayerProps {
  page: number
  areas: Area[]
  drawing: boolean
  covered: boolean
  onDraw: (area: Area) => void
}

const percent = (value: number) => `${(value / WHOLE) * 100}%`
const placeOf = (area: Area) => ({
  left: percent(area.left),
  top: percent(area.top),
  width: percent(area.right - area.left),
  height: percent(area.bottom - area.top),
})

/** The rectangles over a page, and the drawing of another; the list beside the pages tells the same to who does not see. */
export function AreaLayer({ page, areas, drawing, covered, onDraw }: AreaLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  const [drawn, setDrawn] = useState<Area | null>(null)
  const at = (event: PointerEvent) => {
    if (!layer.current || !from) return null
    const { clientX: x, clientY: y } = event
    const box = { left: Math.min(from.x, x), top: Math.min(from.y, y), right: Math.max(from.x, x), bottom: Math.max(from.y, y) }
    return areaOf(page, layer.current.getBoundingClientRect(), box)
  }
  const end = (event: PointerEvent) => {
    const area = at(event)
    if (area) onDraw(area)
    setFrom(null)
    setDrawn(null)
  }
  return (
    <div
      ref={layer}
      className={classNames('redact-layer', drawing && 'redact-drawing')}
      aria-hidden="true"
      onPointerDown={(event) => {
        if (!drawing || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, y: event.clientY })
      }}
      onPointerMove={(event) => setDrawn(at(event))}
      onPointerUp={end}
      onPointerCancel={() => {
        setFrom(null)
        setDrawn(null)
      }}
    >
      {[...areas, ...(drawn ? [drawn] : [])].map((area) => (
        <div
          key={`${area.left}-${area.top}-${area.right}-${area.bottom}`}
          className={classNames('redact-area', covered && 'redact-covered')}
          style={placeOf(area)}
        />
      ))}
    </div>
  )
}
