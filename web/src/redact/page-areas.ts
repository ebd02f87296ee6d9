import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist'
import type { Area } from '../api/redact'
import { findInPage, type PageMatch } from '../viewer/pdf/pageText'
import { rangesIn } from '../viewer/pdf/PdfPage'
import { piecesOf } from '../viewer/pdf/usePdfSearch'
import { areasOf } from './areas'

/** Where some words are on every page; each page that has them is laid out once, out of sight. */
export async function findAreas(document: PDFDocumentProxy, words: string): Promise<Area[]> {
  const found: Area[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const matches = findInPage(page, await piecesOf(document, page), words)
    if (matches.length > 0) found.push(...(await laidOut(document, page, matches)))
  }
  return found
}

async function laidOut(pdf: PDFDocumentProxy, number: number, matches: readonly PageMatch[]): Promise<Area[]> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const sheet = document.createElement('div')
  sheet.className = 'pdf-page redact-measured'
  sheet.style.width = `${viewport.width}px`
  sheet.style.height = `${viewport.height}px`
  sheet.style.setProperty('--total-scale-factor', '1')
  const host = document.createElement('div')
  host.className = 'textLayer'
  sheet.append(host)
  document.body.append(sheet)
  try {
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: host, viewport })
    await layer.render()
    const bounds = sheet.getBoundingClientRect()
    return matches.flatMap((match) =>
      areasOf(
        number,
        bounds,
        rangesIn(layer, match).flatMap((range) => [...range.getClientRects()]),
      ),
    )
  } finally {
    sheet.remove()
  }
}

/** What the person selected, on the pages it touches. */
export function selectedAreas(host: HTMLElement, selection: Selection | null): Area[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const chosen = selection.getRangeAt(0)
  return [...host.querySelectorAll<HTMLElement>('[data-page]')].flatMap((sheet) => {
    const spans = [...sheet.querySelectorAll('.textLayer span')].filter((span) => chosen.intersectsNode(span))
    const boxes = spans.flatMap((span) => {
      const inside = new Range()
      inside.selectNodeContents(span)
      if (span.contains(chosen.startContainer)) inside.setStart(chosen.startContainer, chosen.startOffset)
      if (span.contains(chosen.endContainer)) inside.setEnd(chosen.endContainer, chosen.endOffset)
      return [...inside.getClientRects()].filter((box) => box.width > 0)
    })
    return areasOf(Number(sheet.dataset['page']), sheet.getBoundingClientRect(), boxes)
  })
}
