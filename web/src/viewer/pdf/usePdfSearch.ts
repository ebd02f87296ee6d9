import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
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

const TYPING_PAUSE_MILLISECONDS = 300

async function piecesOf(document: PDFDocumentProxy, page: number): Promise<TextPiece[]> {
  const { items } = await (await document.getPage(page)).getTextContent()
  return items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []))
}

/** Searches page after page, showing what was found so far; the text of each page is read once. */
export function usePdfSearch(document: PDFDocumentProxy): PdfSearch {
  const [query, search] = useState('')
  const [matches, setMatches] = useState<PageMatch[]>([])
  const [current, setCurrent] = useState(0)
  const [searching, setSearching] = useState(false)
  const [withoutText, setWithoutText] = useState(false)
  const pages = useRef(new Map<number, TextPiece[]>())

  useEffect(() => {
    let cancelled = false
    setMatches([])
    setCurrent(0)
    if (!query.trim()) return
    const run = async () => {
      setSearching(true)
      let found: PageMatch[] = []
      let characters = 0
      for (let page = 1; page <= document.numPages && !cancelled; page += 1) {
        const pieces = pages.current.get(page) ?? (await piecesOf(document, page).catch(() => []))
        pages.current.set(page, pieces)
        characters += pieces.reduce((total, piece) => total + piece.text.trim().length, 0)
        const here = findInPage(page, pieces, query)
        if (cancelled) return
        if (here.length > 0) setMatches((found = [...found, ...here]))
      }
      if (cancelled) return
      setSearching(false)
      setWithoutText(characters === 0)
    }
    const timer = setTimeout(() => void run(), TYPING_PAUSE_MILLISECONDS)
    return () => {
      cancelled = true
      clearTimeout(timer)
      setSearching(false)
    }
  }, [document, query])

  const total = matches.length
  const step = useCallback(
    (direction: 1 | -1) => setCurrent((index) => (total === 0 ? 0 : (index + direction + total) % total)),
    [total],
  )
  return { query, matches, current, searching, withoutText, search, step }
}
