import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { normMessages } from '../../messages/norms'
import { labelsOf } from './legalLabels'

const text = normMessages.cited

/** Where a reference inside the document may lead: a heading, a part of a norm, an item, a caption. */
export interface Place {
  position: number
  anchor: string | null
  name: string
  /** The beginning of what is written there, to recognise it. */
  words: string
  /** A part of the model cannot be given an anchor. */
  locked: boolean
}

const ANCHOR_LETTERS = 10

export function newAnchor(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(ANCHOR_LETTERS)), (byte) => (byte % 36).toString(36)).join('')
}

const LEGAL = new Set(['article', 'clause', 'sole_clause', 'inciso'])

/** Names as the server writes them: the parts that a part is inside of come first. */
function naming() {
  let inside: [string, string][] = []
  const kept = (...parts: string[]) => inside.filter(([part]) => parts.includes(part))
  const said = () => inside.map(([, words]) => words).join(', ')
  const legal = (style: string, label: string) => {
    if (style === 'article') inside = [['article', label.replace(/^Art\./, text.article).replace(/\.$/, '')]]
    else if (style === 'inciso') inside = [...kept('article', 'clause'), ['inciso', text.inciso(label.replace(/ –$/, ''))]]
    else {
      const words = style === 'sole_clause' ? text.soleClause : label.replace(/\.$/, '')
      inside = [...kept('article'), ['clause', words]]
    }
    return said()
  }
  return (style: string, label: string): string => {
    if (LEGAL.has(style)) return legal(style, label)
    if (style === 'item') return [...inside.map(([, words]) => words), text.subitem(label.replace(/\)$/, ''))].join(', ')
    if (style === 'numbered') {
      inside = [['numbered', text.item(label.replace(/\.$/, ''))]]
      return said()
    }
    return label.replace(/ –$/, '')
  }
}

function written(node: ProseMirrorNode): string {
  let words = ''
  node.forEach((child) => {
    if (child.isText) words += child.text ?? ''
    else if (child.type.name !== 'footnote' && child.type.name !== 'crossReference')
      words += String(child.attrs['value'] ?? child.attrs['number'] ?? ' ')
  })
  return words.replace(/\s+/g, ' ').trim()
}

/** Footers come last on paper, wherever they stand. */
function onPaper(doc: ProseMirrorNode): { section: ProseMirrorNode; start: number }[] {
  const sections: { section: ProseMirrorNode; start: number }[] = []
  doc.forEach((section, offset) => sections.push({ section, start: offset + 1 }))
  const foot = ({ section }: { section: ProseMirrorNode }) => (section.attrs['role'] === 'footer' ? 1 : 0)
  return sections.toSorted((one, other) => foot(one) - foot(other))
}

/** Every place of the document, in the order of the paper. */
export function placesOf(doc: ProseMirrorNode): Place[] {
  const lines: { node: ProseMirrorNode; position: number; locked: boolean }[] = []
  for (const { section, start } of onPaper(doc)) {
    section.descendants((node, offset) => {
      if (!node.isTextblock) return true
      lines.push({ node, position: start + offset, locked: Boolean(section.attrs['locked']) })
      return false
    })
  }
  const labels = labelsOf(lines.map(({ node }) => styleOf(node)))
  const name = naming()
  return lines.flatMap(({ node, position, locked }, index) => {
    const words = written(node)
    const label = labels[index]
    const called = node.type.name === 'heading' ? words && `“${words}”` : label && name(styleOf(node), label)
    if (!called) return []
    return [{ position, anchor: (node.attrs['anchor'] as string | null) ?? null, name: called, words, locked }]
  })
}

function styleOf(node: ProseMirrorNode): string {
  return node.type.name === 'heading' ? 'heading' : String(node.attrs['style'])
}

/** What each anchored place is called; of two with one anchor, the first. */
export function placeNames(doc: ProseMirrorNode): Map<string, string> {
  const names = new Map<string, string>()
  for (const { anchor, name } of placesOf(doc)) if (anchor && !names.has(anchor)) names.set(anchor, name)
  return names
}
