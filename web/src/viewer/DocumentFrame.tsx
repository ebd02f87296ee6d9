import { useCallback, useEffect, useRef, useState, type CSSProperties } from 'react'
import { viewerMessages } from '../messages/viewer'
import { nameCitations } from './nameCitations'
import { framePage } from './framePage'
import './viewer.css'

const FIRST_HEIGHT_PIXELS = 480
const WATCHED_MILLISECONDS = 250
/** Of an A4 page, beside margins and the name of the document. */
const PAPER_PIXELS = 990

interface DocumentFrameProps {
  html: string
  title: string
  /** What the cited numbers are called today, by their digits. */
  cited?: Record<string, string>
  /** Words to mark, which were looked for in the process. */
  sought?: string
}

/**
 * The document as people read it, in a frame where no script runs. `allow-same-origin` without `allow-scripts`
 * only lets this page measure the frame, so that the document has no scroll bar of its own.
 */
export function DocumentFrame({ html, title, cited, sought = '' }: DocumentFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(FIRST_HEIGHT_PIXELS)
  const [written, setWritten] = useState({ width: 0, height: 0 })

  const measure = useCallback(() => {
    const body = frame.current?.contentDocument?.body
    if (body && cited) nameCitations(body, cited)
    if (body) setHeight(Math.max(Math.ceil(body.getBoundingClientRect().height), 120))
    if (body) setWritten(writtenOn(body))
  }, [cited])

  const marked = useRef(false)
  const mark = useCallback(async () => {
    if (!sought && !marked.current) return
    const { highlight } = await import('../sought/highlight')
    const body = frame.current?.contentDocument?.body
    if (body) marked.current = highlight(body, sought) > 0
  }, [sought])

  useEffect(measure, [measure])
  useEffect(() => void mark(), [mark])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(measure, WATCHED_MILLISECONDS)
    }
    window.addEventListener('resize', later)
    const watcher = new ResizeObserver(later)
    if (frame.current) watcher.observe(frame.current)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('resize', later)
      watcher.disconnect()
    }
  }, [measure])

  const long = written.height > PAPER_PIXELS
  return (
    <>
      <iframe
        ref={frame}
        className={long ? 'document-frame document-frame-long' : 'document-frame'}
        title={title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={framePage(html)}
        style={{ height, '--written-width': `${written.width}px`, '--written-height': `${written.height}px` } as CSSProperties}
        onLoad={() => {
          measure()
          void mark()
        }}
      />
      {long ? <p className="print-only">{viewerMessages.longOnPaper}</p> : null}
    </>
  )
}

/**
 * How much of the frame is written on. Paper has its own margins, and a frame is not broken between two pages of it:
 * the document goes there as wide as it was measured, when it fits one.
 */
function writtenOn(body: HTMLElement): { width: number; height: number } {
  const parts = [...(body.querySelector('main') ?? body).children].map((part) => part.getBoundingClientRect())
  if (parts.length === 0) return { width: 0, height: 0 }
  const height = Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top))
  return { width: Math.ceil(Math.max(...parts.map(({ width }) => width))), height: Math.ceil(height) + 2 }
}

/** The same inside a dialog: it scrolls by itself, so that the dialog's buttons stay in sight. */
export function ScrolledFrame({ html, title }: DocumentFrameProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="scrolled-frame" role="region" aria-label={title} tabIndex={0}>
      <DocumentFrame html={html} title={title} />
    </div>
  )
}
