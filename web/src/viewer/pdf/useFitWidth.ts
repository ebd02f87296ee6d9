import { useEffect, useRef, useState } from 'react'
import type { PageSize } from './PdfPage'

export const WIDTH_MARGIN_PIXELS = 32
export const SMALLEST = 0.25

/** The scale at which a page is as wide as its frame, at most twice its size. */
export function useFitWidth(size: PageSize, rotation: number) {
  const frame = useRef<HTMLDivElement>(null)
  const [fitting, setFitting] = useState(1)
  const width = rotation % 180 === 0 ? size.width : size.height
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => setFitting(Math.min((element.clientWidth - WIDTH_MARGIN_PIXELS) / width, 2))
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [width])
  return { frame, fitting: Math.max(fitting, SMALLEST) }
}
