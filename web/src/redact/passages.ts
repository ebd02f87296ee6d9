import type { Passage } from '../api/redact'

/** The API counts characters; a text of the browser counts its halves of some of them. */
const characters = (text: string) => Array.from(text).length

export const slice = (text: string, { start, end }: Pick<Passage, 'start' | 'end'>) =>
  Array.from(text).slice(start, end).join('')

export interface Piece {
  text: string
  hidden: boolean
}

/** A line cut where its marks begin and end. */
export function pieces(text: string, marks: readonly Passage[]): Piece[] {
  const letters = Array.from(text)
  const hidden = letters.map((_letter, at) => marks.some((mark) => mark.start <= at && at < mark.end))
  const cut: Piece[] = []
  for (const [at, letter] of letters.entries()) {
    const last = cut.at(-1)
    if (last && last.hidden === hidden[at]) last.text += letter
    else cut.push({ text: letter, hidden: hidden[at] ?? false })
  }
  return cut
}

/** The marks with one more; those it touches become one with it. */
export function withMark(marks: readonly Passage[], added: Passage): Passage[] {
  const touching = marks.filter((mark) => mark.line === added.line && mark.start <= added.end && added.start <= mark.end)
  const others = marks.filter((mark) => !touching.includes(mark))
  const joined = {
    line: added.line,
    start: Math.min(added.start, ...touching.map((mark) => mark.start)),
    end: Math.max(added.end, ...touching.map((mark) => mark.end)),
  }
  return [...others, joined].toSorted((one, other) => one.line - other.line || one.start - other.start)
}

const COMBINING = /[\u0300-\u036f]/g
const fold = (letter: string) => {
  const folded = letter.normalize('NFD').replace(COMBINING, '').toLowerCase()
  return Array.from(folded).length === 1 ? folded : letter
}
const foldAll = (text: string) => Array.from(text.replace(/\s/g, ' ')).map(fold)

/** Where the words occur, ignoring case and accents. */
export function occurrences(lines: readonly string[], words: string): Passage[] {
  const wanted = foldAll(words.trim()).join('\u0000')
  if (!wanted) return []
  const length = characters(words.trim())
  return lines.flatMap((text, line) => {
    const letters = foldAll(text)
    return letters.flatMap((_letter, start) =>
      letters.slice(start, start + length).join('\u0000') === wanted ? [{ line, start, end: start + length }] : [],
    )
  })
}

/** What the person selected within the lines, each an element with `data-line`. */
export function selected(host: HTMLElement, selection: Selection | null): Passage[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const chosen = selection.getRangeAt(0)
  return [...host.querySelectorAll<HTMLElement>('[data-line]')].flatMap((element) => {
    if (!chosen.intersectsNode(element)) return []
    const whole = new Range()
    whole.selectNodeContents(element)
    const inside = whole.cloneRange()
    if (chosen.compareBoundaryPoints(Range.START_TO_START, whole) > 0) inside.setStart(chosen.startContainer, chosen.startOffset)
    if (chosen.compareBoundaryPoints(Range.END_TO_END, whole) < 0) inside.setEnd(chosen.endContainer, chosen.endOffset)
    const before = new Range()
    before.setStart(whole.startContainer, whole.startOffset)
    before.setEnd(inside.startContainer, inside.startOffset)
    const start = characters(before.toString())
    const end = start + characters(inside.toString())
    return end > start ? [{ line: Number(element.dataset['line']), start, end }] : []
  })
}
