import { putNotesInPlace } from './pastedNotes'

/**
 * Cleans HTML pasted from Word, LibreOffice, Google Docs and web mail before the schema reads it (DOC-03).
 * Word writes lists as paragraphs with `mso-list` styles; here they become nested lists again.
 */
const REMOVED = 'style,script,meta,link,title,xml,head,object,iframe,svg,math,form,input,button,select,textarea'
const LIST_STYLE = /mso-list:\s*l(\d+)\s+level(\d+)/i
const ORDERED_MARKER = /^\s*\(?([0-9]+|[a-z]{1,3}|[ivxlcdm]+)[.)\u00ba°-]/i

interface ListParagraph {
  element: HTMLElement
  list: string
  level: number
  ordered: boolean
}

export function cleanPastedHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(withoutConditionalComments(html), 'text/html')
  const { body } = parsed
  removeComments(body)
  putNotesInPlace(body)
  rebuildWordLists(body)
  body.querySelectorAll(REMOVED).forEach((element) => element.remove())
  unwrapOfficeElements(body)
  semanticMarks(body)
  body.querySelectorAll<HTMLElement>('*').forEach(keepKnownAttributes)
  return body.innerHTML
}

/** True when the pasted HTML brings pictures, which the editor does not take. */
export function hasImages(html: string): boolean {
  return /<(img|v:imagedata)\b/i.test(html)
}

function withoutConditionalComments(html: string): string {
  return html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, (comment) =>
    // The marker of a list ("1.", "·") sits in a revealed comment that browsers do show: it is kept.
    /^<!--\[if !supportLists\]-->/i.test(comment) ? comment : '',
  )
}

function removeComments(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  comments.forEach((comment) => comment.parentNode?.removeChild(comment))
}

function listParagraph(element: Element): ListParagraph | null {
  const match = LIST_STYLE.exec(element.getAttribute('style') ?? '')
  if (!match?.[1] || !match[2]) return null
  const marker = element.querySelector<HTMLElement>('[style*="mso-list:Ignore"],[style*="mso-list: Ignore"]')
  const ordered = ORDERED_MARKER.test(marker?.textContent?.replace(/\u00a0/g, ' ') ?? '')
  marker?.remove()
  return { element: element as HTMLElement, list: match[1], level: Number(match[2]), ordered }
}

function rebuildWordLists(body: HTMLElement): void {
  const open: { element: HTMLElement; level: number; list: string }[] = []
  let previous: Element | null = null
  for (const element of Array.from(body.querySelectorAll('p,h1,h2,h3,h4,h5,h6,div'))) {
    const item = listParagraph(element)
    if (!item) continue
    if (previous === null || !follows(previous, element)) open.length = 0
    previous = appendItem(item, open)
  }
}

function follows(previous: Element, element: Element): boolean {
  const root = previous.closest('ul,ol')
  let outer = root
  while (outer?.parentElement?.closest('ul,ol')) outer = outer.parentElement.closest('ul,ol')
  return outer?.nextElementSibling === element
}

function appendItem(item: ListParagraph, open: { element: HTMLElement; level: number; list: string }[]): Element {
  const { ownerDocument } = item.element
  while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
  let parent = open.at(-1)
  if (parent && parent.level === item.level && parent.list !== item.list) {
    open.pop()
    parent = open.at(-1)
  }
  if (!parent || parent.level < item.level) {
    const list = ownerDocument.createElement(item.ordered ? 'ol' : 'ul')
    const host = parent?.element.lastElementChild
    if (host) host.append(list)
    else item.element.before(list)
    parent = { element: list, level: item.level, list: item.list }
    open.push(parent)
  }
  const listItem = ownerDocument.createElement('li')
  const paragraph = ownerDocument.createElement('p')
  paragraph.append(...item.element.childNodes)
  listItem.append(paragraph)
  parent.element.append(listItem)
  item.element.remove()
  return listItem
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

function unwrapOfficeElements(body: HTMLElement): void {
  for (const element of Array.from(body.querySelectorAll('*'))) {
    const name = element.localName
    if (name.includes(':')) {
      if (name === 'o:p' && !element.textContent?.replace(/\u00a0/g, '').trim()) element.remove()
      else unwrap(element)
    }
    // Google Docs wraps the whole text in <b style="font-weight:normal">.
    if (name === 'b' && /font-weight:\s*normal/i.test(element.getAttribute('style') ?? '')) unwrap(element)
    if (name === 'font' || name === 'center') unwrap(element)
    if (name === 'img') element.remove()
    if (name === 'a' && !element.getAttribute('href')) unwrap(element)
  }
}

const STYLE_MARKS: readonly [RegExp, string][] = [
  [/font-weight:\s*(bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*underline/i, 'u'],
  [/text-decoration[^;]*line-through/i, 's'],
  [/vertical-align:\s*super/i, 'sup'],
  [/vertical-align:\s*sub\b/i, 'sub'],
]

function semanticMarks(body: HTMLElement): void {
  for (const span of Array.from(body.querySelectorAll('span'))) {
    const style = span.getAttribute('style') ?? ''
    for (const [pattern, tag] of STYLE_MARKS) {
      if (!pattern.test(style) || span.closest(tag)) continue
      const mark = span.ownerDocument.createElement(tag)
      mark.append(...span.childNodes)
      span.append(mark)
    }
    if (!OURS.some((name) => span.hasAttribute(name))) unwrap(span)
  }
}

/** Spans that are something of the editor's own, copied from another document. */
const OURS = [
  'data-variable',
  'data-document-reference',
  'data-process-reference',
  'data-footnote',
  'data-cross-reference',
]

const KEPT = new Set([
  'href',
  'colspan',
  'rowspan',
  'start',
  'data-style',
  'data-level',
  'data-role',
  'data-locked',
  'data-dynamic',
  'data-number',
  'data-variable',
  'data-value',
  'data-document-reference',
  'data-process-reference',
  'data-page-break',
  'data-footnote',
  'data-cross-reference',
  'data-target',
  'data-anchor',
  'data-contents',
  'data-upload',
  'data-alt',
  'data-width',
  'data-process',
  'data-pm-slice',
])

function keepKnownAttributes(element: HTMLElement): void {
  const alignment = element.style.textAlign || element.getAttribute('align') || ''
  for (const { name } of Array.from(element.attributes)) {
    if (!KEPT.has(name)) element.removeAttribute(name)
  }
  if (element.localName === 'p' && /^(center|right|justify)$/.test(alignment)) {
    element.setAttribute('data-style', alignment === 'justify' ? 'justified' : alignment)
  }
}
