/** One page of a file's text: its number, from 1, and what is on it. */
export interface TextPage {
  number: number
  text: string
}

/** A page as it is shown: pieces of text, of which some are what is being looked for. */
export interface FoundPage extends TextPage {
  pieces: { text: string; hit: boolean }[]
  hits: number
}

/** Pages are apart by form feeds, as the server writes them. */
export function pagesOf(text: string): TextPage[] {
  return text.split('\f').map((page, index) => ({ number: index + 1, text: page }))
}

/** Without case nor accents, and as long as it was, so that places in one are places in the other. */
export function folded(text: string): string {
  let plain = ''
  for (const sign of text) {
    const bare = sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    plain += bare.length === sign.length ? bare : sign
  }
  return plain
}

/** Any white space of the page stands for a space of what is looked for: words go on in the next line. */
function pattern(wanted: string): RegExp | null {
  const words = folded(wanted).trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  return new RegExp(words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`), 'gu')
}

/** The pages that hold what is looked for; all of them when nothing is. */
export function search(pages: readonly TextPage[], wanted: string): FoundPage[] {
  const looked = pattern(wanted)
  if (!looked) return pages.map((page) => ({ ...page, pieces: [{ text: page.text, hit: false }], hits: 0 }))
  return pages.flatMap((page) => {
    const pieces: FoundPage['pieces'] = []
    let at = 0
    let hits = 0
    for (const { index, 0: found } of folded(page.text).matchAll(looked)) {
      if (index > at) pieces.push({ text: page.text.slice(at, index), hit: false })
      pieces.push({ text: page.text.slice(index, index + found.length), hit: true })
      at = index + found.length
      hits += 1
    }
    if (hits === 0) return []
    if (at < page.text.length) pieces.push({ text: page.text.slice(at), hit: false })
    return [{ ...page, pieces, hits }]
  })
}
