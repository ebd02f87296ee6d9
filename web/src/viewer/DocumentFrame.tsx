import { useCallback, useEffect, useRef, useState } from 'react'
import { nameCitations } from './nameCitations'
import { framePage } from './framePage'
import './viewer.css'

const FIRST_HEIGHT_PIXELS = 480
const WATCHED_MILLISECONDS = 250

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

  const measure = useCallback(() => {
    const body = frame.current?.contentDocument?.body
    if (body && cited) nameCitations(body, cited)
    if (body) setHeight(Math.max(Math.ceil(body.getBoundingClientRect().height), 120))
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

  return (
    <iframe
      ref={frame}
      className="document-frame"
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={framePage(html)}
      style={{ height }}
      onLoad={() => {
        measure()
        void mark()
      }}
    />
  )
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
