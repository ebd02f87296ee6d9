/** One move as the API takes it: the document goes just before another; to the end when `before` is null. */
export interface TreeMove {
  document: string
  before: string | null
}

/** The fewest moves that make `wanted` out of `now`: what already stands in the right sequence stays. */
export function movesBetween(now: readonly string[], wanted: readonly string[]): TreeMove[] {
  const staying = longestInSequence(wanted, now)
  const moves: TreeMove[] = []
  for (let place = wanted.length - 1; place >= 0; place -= 1) {
    const document = wanted[place]
    if (document !== undefined && !staying.has(document)) moves.push({ document, before: wanted[place + 1] ?? null })
  }
  return moves
}

/** The longest part of `wanted` that stands in the same sequence in `now` (patience sorting). */
function longestInSequence(wanted: readonly string[], now: readonly string[]): Set<string> {
  const placeNow = new Map(now.map((document, place) => [document, place]))
  const ends: number[] = []
  const before: number[] = []
  const places = wanted.map((document) => placeNow.get(document) ?? -1)
  for (const [index, place] of places.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  }
  const kept = new Set<string>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(wanted[index] ?? '')
  return kept
}

/** The order in which the documents came: their identifiers begin with it. */
export function originalOrder(line: readonly string[]): string[] {
  return line.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
}

/** The line with one document elsewhere. */
export function withMoved(line: readonly string[], from: number, to: number): string[] {
  const rest = line.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, ...line.slice(from, from + 1))
}

export interface OrderInput {
  moves: TreeMove[]
  from_original: boolean
}

/** What to ask of the API: the shorter of going from the order of now, or from the original one. */
export function orderInput(now: readonly string[], wanted: readonly string[]): OrderInput {
  const fromNow = movesBetween(now, wanted)
  const fromOriginal = movesBetween(originalOrder(now), wanted)
  return fromOriginal.length < fromNow.length
    ? { moves: fromOriginal, from_original: true }
    : { moves: fromNow, from_original: false }
}
