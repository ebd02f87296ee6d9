import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { viewerMessages } from '../../messages/viewer'
import type { PageMatch } from './pageText'

const text = viewerMessages.pdfViewer

export interface PageSize {
  width: number
  height: number
}

interface PdfPageProps {
  document: PDFDocumentProxy
  number: number
  scale: number
  rotation: number
  /** Size at scale 1 and no rotation, assumed until the page itself is read. */
  expected: PageSize
  near: boolean
  matches: PageMatch[]
  currentMatch: PageMatch | null
  /** What lies over the page. */
  over?: ReactNode
}

const MOST_PIXELS = 16_777_216
const ALL = 'pdf-match'
const CURRENT = 'pdf-current-match'

/** Large pages are drawn with fewer pixels instead of exhausting the memory of a small computer. */
function outputScale(width: number, height: number): number {
  const wanted = window.devicePixelRatio || 1
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / Math.max(width * height, 1)))
}

/** The stretches of a drawn text layer where a match is. */
export function rangesIn(layer: TextLayer, match: PageMatch): Range[] {
  return match.ranges.flatMap(({ piece, from, to }) => {
    const node = layer.textDivs[piece]?.firstChild
    if (!node) return []
    const range = new Range()
    const length = node.textContent?.length ?? 0
    range.setStart(node, Math.min(from, length))
    range.setEnd(node, Math.min(to, length))
    return [range]
  })
}

function registry(name: string): Highlight | null {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return null
  const existing = CSS.highlights.get(name)
  if (existing) return existing
  const created = new Highlight()
  CSS.highlights.set(name, created)
  return created
}

function useDrawing({ document, number, scale, rotation, near }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const textHost = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState<PDFPageProxy | null>(null)
  const [layer, setLayer] = useState<TextLayer | null>(null)

  useEffect(() => {
    let current = true
    if (near && !page) {
      document.getPage(number).then(
        (read) => current && setPage(read),
        () => undefined,
      )
    }
    return () => {
      current = false
    }
  }, [document, number, near, page])

  useEffect(() => {
    const surface = canvas.current
    const host = textHost.current
    if (!page || !near || !surface || !host) return
    const viewport = page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 })
    const density = outputScale(viewport.width, viewport.height)
    surface.width = Math.floor(viewport.width * density)
    surface.height = Math.floor(viewport.height * density)
    const drawing = page.render({ canvas: surface, viewport, transform: [density, 0, 0, density, 0, 0] })
    drawing.promise.catch(() => undefined)
    host.replaceChildren()
    const pieces = new TextLayer({ textContentSource: page.streamTextContent(), container: host, viewport })
    pieces.render().then(
      () => setLayer(pieces),
      () => undefined,
    )
    return () => {
      drawing.cancel()
      pieces.cancel()
      setLayer(null)
    }
  }, [page, near, scale, rotation])
  return { canvas, textHost, page, layer }
}

export function PdfPage(props: PdfPageProps) {
  const { document, number, scale, rotation, expected, near, matches, currentMatch } = props
  const { canvas, textHost, page, layer } = useDrawing(props)
  const viewport = page?.getViewport({ scale, rotation: (page.rotate + rotation) % 360 })
  const turned = rotation % 180 !== 0
  const width = viewport?.width ?? (turned ? expected.height : expected.width) * scale
  const height = viewport?.height ?? (turned ? expected.width : expected.height) * scale

  useEffect(() => {
    if (!layer) return
    const added: [Highlight, Range][] = []
    for (const match of matches) {
      const highlight = registry(match === currentMatch ? CURRENT : ALL)
      if (!highlight) continue
      for (const range of rangesIn(layer, match)) {
        highlight.add(range)
        added.push([highlight, range])
      }
    }
    if (currentMatch?.page === number) {
      rangesIn(layer, currentMatch)[0]?.startContainer.parentElement?.scrollIntoView({
        block: 'center',
        inline: 'nearest',
      })
    }
    return () => {
      for (const [highlight, range] of added) highlight.delete(range)
    }
  }, [layer, matches, currentMatch, number])

  return (
    <div
      className="pdf-page"
      data-page={number}
      role="group"
      aria-label={text.pageLabel(number, document.numPages)}
      style={{ width, height, ['--total-scale-factor' as string]: scale }}
    >
      {near ? <canvas ref={canvas} aria-hidden="true" /> : null}
      {near ? <div ref={textHost} className="textLayer" /> : null}
      {props.over}
    </div>
  )
}
