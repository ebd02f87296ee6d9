import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { findInPage, type PageMatch, type TextPiece } from './pageText'

export interface PdfSearch {
  query: string
  matches: PageMatch[]
  current: number
  searching: boolean
  /** No page has any text: the PDF is a scan. */
  withoutText: boolean
  search: (query: string) => void
  step: (direction: 1 | -1) => void
}

interface Found {
  query: string
  matches: PageMatch[]
  finished: boolean
  withoutText: boolean
}

const TYPING_PAUSE_MILLISECONDS = 300

/** The text of a page, run by run. */
export async function piecesOf(document: PDFDocumentProxy, page: number): Promise<TextPiece[]> {
  const { items } = await (await document.getPage(page)).getTextContent()
  return items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []))
}

/** Searches page after page, showing what was found so far; the text of each page is read once. */
export function usePdfSearch(document: PDFDocumentProxy, first = ''): PdfSearch {
  const [query, search] = useState(first)
  const [found, setFound] = useState<Found>({ query: '', matches: [], finished: true, withoutText: false })
  const [position, setPosition] = useState({ query: '', index: 0 })
  const pages = useRef(new Map<number, TextPiece[]>())

  useEffect(() => {
    if (!query.trim()) return undefined
    const stop = new AbortController()
    const run = async () => {
      let matches: PageMatch[] = []
      let characters = 0
      for (let page = 1; page <= document.numPages; page += 1) {
        const pieces = pages.current.get(page) ?? (await piecesOf(document, page).catch(() => []))
        if (stop.signal.aborted) return
        pages.current.set(page, pieces)
        characters += pieces.reduce((total, piece) => total + piece.text.trim().length, 0)
        matches = [...matches, ...findInPage(page, pieces, query)]
        const finished = page === document.numPages
        setFound({ query, matches, finished, withoutText: finished && characters === 0 })
      }
    }
    const timer = setTimeout(() => void run(), TYPING_PAUSE_MILLISECONDS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [document, query])

  const fresh = found.query === query
  const matches = fresh ? found.matches : NONE
  const current = position.query === query ? position.index : 0
  const step = (direction: 1 | -1) => {
    if (matches.length > 0) setPosition({ query, index: (current + direction + matches.length) % matches.length })
  }
  const searching = query.trim() !== '' && !(fresh && found.finished)
  return { query, matches, current, searching, withoutText: fresh && found.withoutText, search, step }
}

const NONE: PageMatch[] = []
