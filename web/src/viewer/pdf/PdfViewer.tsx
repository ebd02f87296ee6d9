import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useState } from 'react'
import { Loading, Message } from '../../ds/Message'
import { viewerMessages } from '../../messages/viewer'
import { isPasswordError, type OpenedPdf, openPdfDocument, type PdfSource } from './pdfDocument'
import { type PageSize, PdfPage } from './PdfPage'
import { PdfToolbar } from './PdfToolbar'
import { SMALLEST, useFitWidth, WIDTH_MARGIN_PIXELS } from './useFitWidth'
import { mainWord, useSought } from '../../sought/sought'
import { usePdfSearch } from './usePdfSearch'
import { useVisiblePages } from './useVisiblePages'
import './pdf.css'

const text = viewerMessages.pdfViewer

interface PdfViewerProps extends PdfSource {
  title: string
}

/** PDF reader: pages drawn only near what is seen, text that can be selected, found and read aloud (DOC-08). */
export default function PdfViewer({ size, address, title }: PdfViewerProps) {
  const [opened, setOpened] = useState<{ document: PDFDocumentProxy; size: PageSize } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    let pdf: OpenedPdf | null = null
    let current = true
    const open = async () => {
      pdf = await openPdfDocument({ size, address }, () => current && setFailure(text.lost))
      const { width, height } = (await pdf.document.getPage(1)).getViewport({ scale: 1 })
      if (current) setOpened({ document: pdf.document, size: { width, height } })
    }
    open().catch((error: unknown) => current && setFailure(isPasswordError(error) ? text.protected : text.failed))
    return () => {
      current = false
      setOpened(null)
      pdf?.close()
    }
  }, [size, address])

  if (failure) {
    return (
      <Message tone="warning" announced>
        {failure}
      </Message>
    )
  }
  if (!opened) return <Loading label={text.opening} />
  return <OpenedViewer title={title} document={opened.document} size={opened.size} />
}

const STEP = 1.2
const LARGEST = 5

interface OpenedViewerProps {
  title: string
  document: PDFDocumentProxy
  size: PageSize
}

function OpenedViewer({ title, document, size }: OpenedViewerProps) {
  const [zoom, setZoom] = useState<number | null>(null)
  const [rotation, setRotation] = useState(0)
  const { frame, fitting } = useFitWidth(size, rotation)
  const scale = zoom ?? fitting
  const { near, page } = useVisiblePages(frame)
  const sought = useSought()
  const search = usePdfSearch(document, mainWord(sought))
  const currentMatch = search.matches[search.current] ?? null

  const goTo = useCallback(
    (number: number) => {
      const target = Math.min(Math.max(number, 1), document.numPages)
      const element = frame.current?.querySelector<HTMLElement>(`[data-page="${target}"]`)
      if (element) frame.current?.scrollTo({ top: element.offsetTop - WIDTH_MARGIN_PIXELS / 2 })
    },
    [document, frame],
  )
  useEffect(() => {
    if (currentMatch) goTo(currentMatch.page)
  }, [currentMatch, goTo])

  const zoomBy = (factor: number) => setZoom(Math.min(Math.max(scale * factor, SMALLEST), LARGEST))
  return (
    <section className="pdf" aria-label={text.label}>
      <PdfToolbar
        page={page}
        total={document.numPages}
        scale={scale}
        search={search}
        onPage={goTo}
        onZoom={(direction) => zoomBy(direction > 0 ? STEP : 1 / STEP)}
        onFit={() => setZoom(null)}
        onRotate={() => setRotation((angle) => (angle + 90) % 360)}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className="pdf-pages" ref={frame} role="region" aria-label={text.pages(title)} tabIndex={0}>
        {Array.from({ length: document.numPages }, (_page, index) => index + 1).map((number) => (
          <PdfPage
            key={number}
            document={document}
            number={number}
            scale={scale}
            rotation={rotation}
            expected={size}
            near={near.has(number)}
            matches={matchesOn(search.matches, number)}
            currentMatch={currentMatch?.page === number ? currentMatch : null}
          />
        ))}
      </div>
    </section>
  )
}

const NONE: never[] = []

function matchesOn<Match extends { page: number }>(matches: Match[], page: number): Match[] {
  const here = matches.filter((match) => match.page === page)
  return here.length > 0 ? here : NONE
}
