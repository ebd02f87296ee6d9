import { imageMessages } from '../messages/images'
import { insideMessages } from '../messages/inside'

/** Shape of an authored document as the API stores it (DOC-03). The server validates the same closed set. */
export const CONTENT_SCHEMA_VERSION = 1

export type SectionRole = 'header' | 'title' | 'addressee' | 'body' | 'closing' | 'signature' | 'footer'

export const PARAGRAPH_STYLES = [
  'body',
  'justified',
  'left',
  'center',
  'right',
  'numbered',
  'item',
  'article',
  'clause',
  'sole_clause',
  'inciso',
  'citation',
  'note',
  'figure_caption',
  'table_caption',
  'title',
  'subtitle',
] as const
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number]

export interface ContentMark {
  type: string
  attrs?: Record<string, unknown>
}

export interface ContentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: ContentNode[]
  marks?: ContentMark[]
  text?: string
}

export interface DocumentContent extends ContentNode {
  schema: number
  type: 'doc'
  content: ContentNode[]
}

/** Only these attributes travel: the editor's own (column widths, link targets) never reach the stored document. */
const NODE_ATTRIBUTES: Record<string, readonly string[]> = {
  section: ['role', 'locked', 'dynamic'],
  paragraph: ['style', 'anchor'],
  heading: ['level', 'anchor'],
  orderedList: ['start'],
  tableCell: ['colspan', 'rowspan'],
  tableHeader: ['colspan', 'rowspan'],
  documentReference: ['number'],
  processReference: ['number'],
  crossReference: ['target'],
  image: ['upload', 'alt', 'width'],
  variable: ['name', 'value'],
}
const MARK_ATTRIBUTES: Record<string, readonly string[]> = { link: ['href'] }

function pick(attrs: Record<string, unknown> | undefined, names: readonly string[] | undefined) {
  if (!attrs || !names) return undefined
  const kept: Record<string, unknown> = {}
  for (const name of names) {
    if (attrs[name] !== undefined && attrs[name] !== null) kept[name] = attrs[name]
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

function cleanMark(mark: ContentMark): ContentMark {
  const attrs = pick(mark.attrs, MARK_ATTRIBUTES[mark.type])
  return attrs ? { type: mark.type, attrs } : { type: mark.type }
}

function cleanNode(node: ContentNode): ContentNode {
  const clean: ContentNode = { type: node.type }
  const attrs = pick(node.attrs, NODE_ATTRIBUTES[node.type])
  if (attrs) clean.attrs = attrs
  if (node.text !== undefined) clean.text = node.text
  if (node.marks?.length) clean.marks = node.marks.map(cleanMark)
  if (node.content?.length) clean.content = node.content.map(cleanNode)
  return clean
}

/** The editor's JSON as the API wants it. */
export function toContent(editorDocument: ContentNode): DocumentContent {
  return {
    schema: CONTENT_SCHEMA_VERSION,
    type: 'doc',
    content: (editorDocument.content ?? []).map(cleanNode),
  }
}

/**
 * The API's JSON as the editor wants it: the same tree without the schema number, with an empty paragraph where
 * a person may write and there is nothing yet. Locked sections stay exactly as they came.
 */
export function toEditorDocument(content: DocumentContent): ContentNode {
  return {
    type: 'doc',
    content: content.content.map((section) => (section.attrs?.locked ? section : fillEmpty(section))),
  }
}

const NEEDS_A_PARAGRAPH = new Set(['section', 'tableCell', 'tableHeader'])

function fillEmpty(node: ContentNode): ContentNode {
  if (NEEDS_A_PARAGRAPH.has(node.type) && !node.content?.length) {
    const style = node.type === 'section' ? 'body' : 'left'
    return { ...node, content: [{ type: 'paragraph', attrs: { style } }] }
  }
  return node.content ? { ...node, content: node.content.map(fillEmpty) } : node
}

/** Equality that ignores the order of attributes and what the editor fills in by default. */
export function sameContent(left: DocumentContent, right: DocumentContent): boolean {
  return canonical(toContent(left)) === canonical(toContent(right))
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** A form is filled in on its own screen; here it is only read and compared. */
export function isForm(content: DocumentContent): boolean {
  return content.content.some((section) => section.content?.some((block) => block.type === 'formAnswers'))
}

const BLOCKS_WITH_TEXT = new Set(['paragraph', 'heading', 'formAnswer', 'image', 'tableOfContents'])

/** What a picture says, and which one it is: another picture with the same words is another. */
function imageWords({ attrs }: ContentNode): string {
  return `${imageMessages.label(String(attrs?.alt ?? ''))} (${String(attrs?.upload ?? '').slice(-6)})`
}

/** Plain text of one node, as a person would copy it. */
export function nodeText(node: ContentNode): string {
  switch (node.type) {
    case 'text':
      return node.text ?? ''
    case 'formAnswer':
      return `${String(node.attrs?.label)}: ${((node.attrs?.shown as string[] | undefined) ?? []).join(' ')}`.trimEnd()
    case 'image':
      return imageWords(node)
    case 'footnote':
      return ` ${insideMessages.noteText((node.content ?? []).map(nodeText).join(''))}`
    case 'crossReference':
      return String(node.attrs?.value ?? insideMessages.broken)
    case 'tableOfContents':
      return insideMessages.contents
    case 'hardBreak':
      return '\n'
    case 'documentReference':
    case 'processReference':
      return String(node.attrs?.number ?? '')
    case 'variable':
      return String(node.attrs?.value ?? `@${String(node.attrs?.name ?? '')}@`)
    default:
      return (node.content ?? []).map(nodeText).join('')
  }
}

/** The document as lines of plain text, one per paragraph; what "Copiar meu texto" puts on the clipboard. */
export function contentText(content: ContentNode): string {
  const lines: string[] = []
  const walk = (node: ContentNode): void => {
    if (BLOCKS_WITH_TEXT.has(node.type)) lines.push(nodeText(node))
    else (node.content ?? []).forEach(walk)
  }
  walk(content)
  return lines.join('\n')
}
