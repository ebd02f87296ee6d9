/** Text of a PDF page as pieces (one per drawn run), and where a search occurs in them. */
export interface TextPiece {
  text: string
  /** The run ends its line: the next one begins another word. */
  endsLine: boolean
}

export interface TextRange {
  piece: number
  from: number
  to: number
}

export interface PageMatch {
  page: number
  ranges: TextRange[]
}

const COMBINING = /[\u0300-\u036f]/g

function foldCharacter(character: string): string {
  const folded = character.normalize('NFD').replace(COMBINING, '').toLowerCase()
  return folded.length === character.length ? folded : character
}

interface Place {
  piece: number
  offset: number
}

function flatten(pieces: readonly TextPiece[]): { text: string; places: Place[] } {
  let text = ''
  const places: Place[] = []
  for (const [piece, { text: run, endsLine }] of pieces.entries()) {
    for (let offset = 0; offset < run.length; offset += 1) {
      text += foldCharacter(run[offset] ?? '')
      places.push({ piece, offset })
    }
    if (endsLine && !/\s$/.test(text)) {
      text += ' '
      places.push({ piece, offset: run.length })
    }
  }
  return { text, places }
}

function rangesOf(places: readonly Place[]): TextRange[] {
  const ranges: TextRange[] = []
  for (const { piece, offset } of places) {
    const last = ranges.at(-1)
    if (last && last.piece === piece) last.to = offset + 1
    else ranges.push({ piece, from: offset, to: offset + 1 })
  }
  return ranges
}

/** Where `query` occurs in a page, ignoring case and accents; line breaks count as spaces. */
export function findInPage(page: number, pieces: readonly TextPiece[], query: string): PageMatch[] {
  const wanted = [...query.trim().replace(/\s+/g, ' ')].map(foldCharacter).join('')
  if (!wanted) return []
  const { text, places } = flatten(pieces)
  const matches: PageMatch[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    matches.push({ page, ranges: rangesOf(places.slice(at, at + wanted.length)) })
  }
  return matches
}
