import { plain } from '../ds/plain'

export type Inline =
  | string
  | { kind: 'strong' | 'emphasis'; parts: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; to: string; parts: Inline[] }
  | { kind: 'picture'; file: string; says: string }

export type Block =
  | { kind: 'heading'; level: number; id: string; parts: Inline[] }
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }

/** A place in the manual: a chapter, and a section inside it. */
export interface ManualPlace {
  chapter: string
  section?: string | undefined
}

/** One chapter, one file of the site: only what is opened is loaded. */
const FILES = import.meta.glob<Block[]>('../../../docs/manual/*.md', { import: 'default' })
const PICTURES = import.meta.glob<string>('../../../docs/manual/screenshots/*.png', { query: '?url', import: 'default', eager: true })

export const FIRST_CHAPTER = 'index'
export const CHAPTERS: readonly string[] = Object.keys(FILES).map((path) => path.replace(/^.*\/(.+)\.md$/, '$1'))

export function readChapter(chapter: string): Promise<Block[]> {
  const read = FILES[`../../../docs/manual/${chapter}.md`]
  return read ? read() : Promise.reject(new Error(chapter))
}

export const addressOfPicture = (file: string): string | undefined => PICTURES[`../../../docs/manual/screenshots/${file}`]

/** Where a link inside the manual leads; null for one that leaves it. */
export function placeOf(link: string, from: string): ManualPlace | null {
  const found = /^(?:([\w-]+)\.md)?(?:#(.+))?$/.exec(link)
  if (!found || !link) return null
  return { chapter: found[1] ?? from, section: found[2] && decodeURIComponent(found[2]) }
}

/** The part of a chapter under one of its headings, with the smaller headings inside it; the whole without a section. */
export function sectionOf(blocks: Block[], section: string | undefined): Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.id === section)
  const heading = blocks[start]
  if (!section || heading?.kind !== 'heading') return blocks
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level)
  return [heading, ...(end < 0 ? rest : rest.slice(0, end))]
}

export function wordsOf(parts: Inline[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : 'parts' in part ? wordsOf(part.parts) : part.kind === 'code' ? part.text : '')).join('')
}

/** What a chapter says for "this profile has it", in the table of permissions. */
const MARK = 'sim'

/** The sentences of a block, each closed; code is none. */
function sentencesOf(block: Block): string[] {
  if (block.kind === 'list') return block.items.flatMap((item) => item.flatMap(sentencesOf))
  if (block.kind === 'table') return block.rows.map((row) => sentenceOfRow(block.head.map(wordsOf), row.map(wordsOf)))
  if (block.kind === 'code') return []
  const text = wordsOf(block.parts).replace(/\s+/g, ' ').trim()
  return text ? [closed(text)] : []
}

/** A row as one would say it: what it is about, then its cells; a mark is said by the name of its column. */
function sentenceOfRow(head: string[], [about = '', ...cells]: string[]): string {
  const said = cells.map((cell, at) => (cell === MARK ? (head[at + 1] ?? '') : cell)).filter(Boolean)
  return closed(said.length > 0 ? `${about}: ${said.join(', ')}` : about)
}

const closed = (sentence: string) => (/[.:;!?…]$/.test(sentence) ? sentence : `${sentence}.`)

const codeOf = (block: Block) => (block.kind === 'code' ? block.text : '')

export interface ManualHit extends ManualPlace {
  chapterTitle: string
  title: string
  excerpt: string
}

const EXCERPT = 160

/** The sections that hold every word that was asked for, those with them in the title first. */
export function searchChapters(chapters: readonly { chapter: string; blocks: Block[] }[], asked: string): ManualHit[] {
  const words = plain(asked).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits = chapters.flatMap(({ chapter, blocks }) => searchChapter(chapter, blocks, words))
  const titled = (hit: ManualHit) => Number(words.every((word) => plain(`${hit.title} ${hit.chapterTitle}`).includes(word)))
  return hits.toSorted((one, other) => titled(other) - titled(one))
}

function searchChapter(chapter: string, blocks: Block[], words: string[]): ManualHit[] {
  const first = blocks[0]
  const chapterTitle = first?.kind === 'heading' ? wordsOf(first.parts) : chapter
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' ? [at] : []))
  return starts.flatMap((start, at) => {
    const [heading, ...rest] = blocks.slice(start, starts[at + 1])
    if (heading?.kind !== 'heading') return []
    const title = wordsOf(heading.parts)
    const text = rest.flatMap(sentencesOf).join(' ')
    const whole = plain(`${chapterTitle} ${title} ${text} ${rest.map(codeOf).join(' ')}`)
    if (!words.every((word) => whole.includes(word))) return []
    return [{ chapter, section: start === 0 ? undefined : heading.id, chapterTitle, title, excerpt: excerptOf(text, words) }]
  })
}

/** From the beginning of the sentence that has the first word found, as far as there is room for whole words. */
function excerptOf(text: string, words: string[]): string {
  const folded = plain(text)
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  const first = found.length > 0 ? Math.min(...found) : 0
  const before = text.slice(0, first)
  const from = Math.max(0, ...Array.from(before.matchAll(/[.;!?] (?=\S)/g), ({ index }) => index + 2))
  const rest = text.slice(Math.max(from, first - EXCERPT / 2))
  const start = from >= first - EXCERPT / 2 ? rest : `…${rest.slice(rest.indexOf(' ') + 1)}`
  return start.length <= EXCERPT ? start : `${start.slice(0, start.lastIndexOf(' ', EXCERPT))}…`
}
