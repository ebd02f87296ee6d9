/**
 * Footnotes of what is pasted: where they are called there is a link to the note, and in the note a link back. Word,
 * LibreOffice, Google Docs and pages of the web write them so, and so does a document of ours as it is read (DOC-03).
 */
interface PastedNote {
  call: Element
  back: Element
}

/** More links than these lead to no call of a note. */
const WAYS = 5
const LINKS = 'a[href*="#"]'
/** What calls a note is a number, a letter or a sign: an entry of a table of contents is not. */
const NUMBER = /^\s*[[(]?\s*(\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§¶]{1,4})\s*[\])]?\s*$/i

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,td,th,dd,dt,pre'

/** Each note goes to where it is called, and the list of them is gone. */
export function putNotesInPlace(body: HTMLElement): void {
  const found = notesOf(body)
  const backs = found.map(({ back }) => back)
  for (const { call, back } of found) {
    const told = noteAround(back, call, backs)
    if (!told || !body.contains(call)) continue
    back.remove()
    const note = body.ownerDocument.createElement('span')
    note.setAttribute('data-footnote', '')
    note.append(...linesOf(told))
    aloneAround(call).replaceWith(note)
    removeWithWhatIsLeftEmpty(told, body)
  }
}

function notesOf(body: HTMLElement): PastedNote[] {
  const places = placesIn(body)
  const placeOf = (link: Element) => places.get((link.getAttribute('href') ?? '').replace(/^.*#/, ''))
  const links = Array.from(body.querySelectorAll(LINKS))
  const leading = new Map<Element, Element[]>()
  for (const link of links) {
    const place = placeOf(link)
    if (place) leading.set(place, [...(leading.get(place) ?? []).slice(0, WAYS), link])
  }
  const claimed = new Set<Element>()
  return links.flatMap((call) => {
    const told = NUMBER.test(call.textContent ?? '') ? placeOf(call) : undefined
    if (!told || told.contains(call) || !follows(call, told)) return []
    const back = waysBack(call, leading).find((link) => told.contains(link) && !claimed.has(link))
    if (!back) return []
    claimed.add(back)
    return [{ call, back }]
  })
}

/** Links to the call, or to what raises it; where many lead, it is no call of a note. */
function waysBack(call: Element, leading: Map<Element, Element[]>): Element[] {
  const near = [call, call.parentElement, call.parentElement?.parentElement].filter((place) => place instanceof Element)
  return near.flatMap((place) => {
    const links = leading.get(place) ?? []
    return links.length <= WAYS ? links.filter((link) => !place.contains(link)) : []
  })
}

/** Where links of the page may lead, by its name. */
function placesIn(body: HTMLElement): Map<string, Element> {
  const places = new Map<string, Element>()
  for (const element of body.querySelectorAll('[id],[name]')) {
    for (const name of [element.id, element.getAttribute('name')]) if (name && !places.has(name)) places.set(name, element)
  }
  return places
}

const follows = (first: Element, second: Element) =>
  Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING)

/** What holds this note and no other. */
function noteAround(back: Element, call: Element, backs: Element[]): Element | null {
  const around = [back.closest('li'), back.closest('div'), back.closest('p')]
  return (
    around.find(
      (element) => element && !element.contains(call) && backs.filter((other) => element.contains(other)).length === 1,
    ) ?? null
  )
}

/** The lines of a note with a break between them; links to places of the page are only their words. */
function linesOf(told: Element): Node[] {
  told.querySelectorAll('a[href^="#"]').forEach((link) => link.replaceWith(...link.childNodes))
  const blocks = Array.from(told.querySelectorAll(BLOCKS)).filter((block) => !block.querySelector(BLOCKS))
  const lines = (blocks.length > 0 ? blocks : [told]).filter((line) => line.textContent?.trim())
  return lines.flatMap((line, place) => {
    trim(line)
    const words = Array.from(line.childNodes)
    return place === 0 ? words : [line.ownerDocument.createElement('br'), ...words]
  })
}

/** Without the blanks after the note's number nor those at the end of the line. */
function trim(line: Element): void {
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  const texts: Node[] = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) {
    text.nodeValue = (text.nodeValue ?? '').replace(/^[\s\u00a0]+/, '')
    if (text.nodeValue) break
  }
  for (const text of texts.toReversed()) {
    text.nodeValue = (text.nodeValue ?? '').replace(/[\s\u00a0]+$/, '')
    if (text.nodeValue) break
  }
}

/** The call with the raised letters around it. */
function aloneAround(call: Element): Element {
  let alone = call
  while (
    alone.parentElement &&
    /^(sup|span|b|i|strong|em|font)$/.test(alone.parentElement.localName) &&
    alone.parentElement.textContent?.trim() === call.textContent?.trim()
  )
    alone = alone.parentElement
  return alone
}

function removeWithWhatIsLeftEmpty(told: Element, body: HTMLElement): void {
  let empty = told
  while (empty.parentElement && empty.parentElement !== body && only(empty.parentElement, empty)) empty = empty.parentElement
  empty.remove()
}

const only = (parent: Element, child: Element) =>
  (parent.textContent ?? '').trim() === (child.textContent ?? '').trim() && !parent.querySelector('img,table')
