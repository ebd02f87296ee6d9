import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Area } from '../api/redact'
import { Button } from '../ds/Button'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { TextField } from '../ds/Field'
import { Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { redactMessages as text } from '../messages/redact'
import { viewerMessages } from '../messages/viewer'
import { fileAddress } from '../viewer/fileAddress'
import { isPasswordError, type OpenedPdf, openPdfDocument } from '../viewer/pdf/pdfDocument'
import { type PageSize, PdfPage } from '../viewer/pdf/PdfPage'
import { useFitWidth } from '../viewer/pdf/useFitWidth'
import { useVisiblePages } from '../viewer/pdf/useVisiblePages'
import { AreaLayer } from './AreaLayer'
import { WHOLE, withAreas } from './areas'
import { FindField } from './FindField'
import { keepSelection } from './keep-selection'
import { findAreas, selectedAreas } from './page-areas'
import '../viewer/pdf/pdf.css'

interface PageMarksProps {
  process: string
  document: { id: string; size: number | null; title: string }
  areas: Area[]
  onChange: (areas: Area[]) => void
}

interface Opened {
  pdf: PDFDocumentProxy
  size: PageSize
}

function useOpened(process: string, document: string, size: number) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    let held: OpenedPdf | null = null
    let current = true
    const messages = viewerMessages.pdfViewer
    const open = async () => {
      const source = { size, address: () => fileAddress(process, document) }
      held = await openPdfDocument(source, () => current && setFailure(messages.lost))
      const { width, height } = (await held.document.getPage(1)).getViewport({ scale: 1 })
      if (current) setOpened({ pdf: held.document, size: { width, height } })
    }
    open().catch((error: unknown) => current && setFailure(isPasswordError(error) ? messages.protected : messages.failed))
    return () => {
      current = false
      held?.close()
    }
  }, [process, document, size])
  return { opened, failure }
}

/** The pages of a PDF, with what is to be concealed: text that is selected or found, or rectangles that are drawn. */
export default function PageMarks({ process, document, areas, onChange }: PageMarksProps) {
  const { opened, failure } = useOpened(process, document.id, document.size ?? 0)
  if (failure) return <Message tone="warning">{failure}</Message>
  if (!opened) return <Loading label={viewerMessages.pdfViewer.opening} />
  return <Pages {...opened} title={document.title} areas={areas} onChange={onChange} />
}

interface PagesProps extends Opened {
  title: string
  areas: Area[]
  onChange: (areas: Area[]) => void
}

function Pages({ pdf, size, title, areas, onChange }: PagesProps) {
  const [mode, setMode] = useState<'select' | 'draw'>('select')
  const [covered, setCovered] = useState(false)
  const host = useRef<HTMLDivElement>(null)
  const { frame, fitting } = useFitWidth(size, 0)
  const { near } = useVisiblePages(frame)
  const add = useCallback((added: readonly Area[]) => onChange(withAreas(areas, added)), [areas, onChange])
  const hide = () => {
    const found = host.current ? selectedAreas(host.current, getSelection()) : []
    if (found.length === 0) announce(text.nothingSelected, { tone: 'danger' })
    add(found)
    getSelection()?.removeAllRanges()
  }
  const hideAll = async (words: string) => {
    const found = await findAreas(pdf, words)
    add(found)
    return found.length
  }
  const hidePage = (page: number) => add([{ page, left: 0, top: 0, right: WHOLE, bottom: WHOLE }])
  return (
    <>
      <div className="redact-tools">
        <RadioGroup
          inline
          label={text.mode}
          options={[
            { value: 'select', label: text.selecting },
            { value: 'draw', label: text.drawing },
          ]}
          value={mode}
          onChange={setMode}
        />
        {mode === 'select' ? (
          <Button look="primary" onMouseDown={keepSelection} onClick={hide}>
            {text.hideSelection}
          </Button>
        ) : (
          <p className="muted small">{text.drawingHint}</p>
        )}
        <FindField onFind={hideAll} />
        <WholePage pages={pdf.numPages} onHide={hidePage} />
        <Checkbox label={text.covered} hint={text.coveredHint} checked={covered} onChange={setCovered} />
      </div>
      <div ref={host}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <div className="pdf-pages redact-pages" ref={frame} role="region" aria-label={viewerMessages.pdfViewer.pages(title)} tabIndex={0}>
          {Array.from({ length: pdf.numPages }, (_page, index) => index + 1).map((number) => (
            <PdfPage
              key={number}
              document={pdf}
              number={number}
              scale={fitting}
              rotation={0}
              expected={size}
              near={near.has(number)}
              matches={NONE}
              currentMatch={null}
              over={
                <AreaLayer
                  page={number}
                  areas={areas.filter((area) => area.page === number)}
                  drawing={mode === 'draw'}
                  covered={covered}
                  onDraw={(area) => add([area])}
                />
              }
            />
          ))}
        </div>
      </div>
    </>
  )
}

const NONE: never[] = []

function WholePage({ pages, onHide }: { pages: number; onHide: (page: number) => void }) {
  const [page, setPage] = useState('1')
  const number = Number.parseInt(page, 10)
  const possible = number >= 1 && number <= pages
  return (
    <form
      className="redact-find"
      onSubmit={(event) => {
        event.preventDefault()
        if (possible) onHide(number)
      }}
    >
      <TextField label={text.pageToHide} inputMode="numeric" value={page} onChange={setPage} />
      <Button type="submit" look="secondary" unavailable={possible ? null : viewerMessages.pdfViewer.pageOf(pages)}>
        {text.wholePage}
      </Button>
    </form>
  )
}
