import { useState } from 'react'
import { Button } from '../../ds/Button'
import { viewerMessages } from '../../messages/viewer'
import type { PdfSearch } from './usePdfSearch'
import { Glyph } from '../../ds/Glyph'

const text = viewerMessages.pdfViewer

interface PdfToolbarProps {
  page: number
  total: number
  scale: number
  search: PdfSearch
  onPage: (page: number) => void
  onZoom: (direction: 1 | -1) => void
  onFit: () => void
  onRotate: () => void
}

export function PdfToolbar({ page, total, scale, search, onPage, onZoom, onFit, onRotate }: PdfToolbarProps) {
  return (
    <div className="pdf-toolbar" role="group" aria-label={text.toolbar}>
      <div className="row">
        <Button
          small
          aria-label={text.previous}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <span aria-hidden="true">‹</span> {text.back}
        </Button>
        <PageField page={page} total={total} onPage={onPage} />
        <Button
          small
          aria-label={text.next}
          disabled={page >= total}
          onClick={() => onPage(page + 1)}
        >
          {text.forth} <span aria-hidden="true">›</span>
        </Button>
      </div>
      <div className="row pdf-zooms">
        <Button small onClick={() => onZoom(-1)}>
          <span aria-hidden="true">−</span> {text.zoomOut}
        </Button>
        <span className="pdf-zoom" aria-label={text.zoom} role="img">
          {Math.round(scale * 100)}%
        </span>
        <Button small onClick={() => onZoom(1)}>
          <span aria-hidden="true">+</span> {text.zoomIn}
        </Button>
        <Button small onClick={onFit}>
          {text.fitWidth}
        </Button>
        <Button small onClick={onRotate}>
          {text.rotate}
        </Button>
      </div>
      <SearchField search={search} />
    </div>
  )
}

function PageField({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const go = () => {
    const number = Number.parseInt(typed ?? '', 10)
    if (number >= 1 && number <= total) onPage(number)
    setTyped(null)
  }
  return (
    <span className="pdf-page-field">
      <input
        className="input"
        aria-label={text.page}
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
        }}
      />{' '}
      {text.pageOf(total)}
    </span>
  )
}

function resultOf({ query, matches, current, searching, withoutText }: PdfSearch): string {
  if (!query.trim()) return ''
  if (matches.length > 0) return text.found(current + 1, matches.length)
  if (searching) return text.searching
  return withoutText ? text.noText : text.notFound
}

function SearchField({ search }: { search: PdfSearch }) {
  return (
    <form
      className="row pdf-search"
      role="search"
      aria-label={text.find}
      onSubmit={(event) => {
        event.preventDefault()
        search.step(1)
      }}
    >
      <input
        className="input"
        type="search"
        aria-label={text.find}
        placeholder={text.find}
        value={search.query}
        onChange={(event) => search.search(event.target.value)}
      />
      <Button
        small
        disabled={search.matches.length === 0}
        onClick={() => search.step(-1)}
      >
        <Glyph name="arrowUp" /> {text.findPrevious}
      </Button>
      <Button
        small
        type="submit"
        disabled={search.matches.length === 0}
      >
        <Glyph name="arrowDown" /> {text.findNext}
      </Button>
      <span role="status" className="small">
        {resultOf(search)}
      </span>
    </form>
  )
}
