import { type Command, mergeAttributes, Node } from '@tiptap/core'
import { type ContentNode, PARAGRAPH_STYLES, type ParagraphStyle } from '../content'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    styledParagraph: { setParagraphStyle: (style: ParagraphStyle) => ReturnType }
    pageBreak: { insertPageBreak: () => ReturnType }
    styledHeading: { setHeadingLevel: (level: HeadingLevel) => ReturnType }
    quotation: { toggleQuotation: () => ReturnType }
  }
}

export type HeadingLevel = 1 | 2 | 3 | 4
export const HEADING_LEVELS: readonly HeadingLevel[] = [1, 2, 3, 4]

export function isParagraphStyle(value: unknown): value is ParagraphStyle {
  return PARAGRAPH_STYLES.some((style) => style === value)
}

function styleOf(element: HTMLElement): ParagraphStyle {
  const named = element.getAttribute('data-style')
  if (isParagraphStyle(named)) return named
  const alignment = element.style.textAlign || element.getAttribute('align') || ''
  if (alignment === 'center' || alignment === 'right' || alignment === 'left') return alignment
  if (alignment === 'justify') return 'justified'
  return element.closest('td,th,li,blockquote') ? 'left' : 'body'
}

/** The attribute of what is referred to; it does not go along when a paragraph is cut in two. */
const ANCHOR = {
  default: null,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-anchor'),
  renderHTML: ({ anchor }: Record<string, unknown>) => (anchor ? { 'data-anchor': String(anchor) } : {}),
}

/** Paragraphs carry one named style instead of free formatting, as SEI's clerks are used to (DOC-04). */
export const StyledParagraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',

  addAttributes() {
    return {
      style: {
        default: 'body',
        parseHTML: styleOf,
        renderHTML: ({ style }) => ({ 'data-style': String(style) }),
      },
      anchor: ANCHOR,
    }
  },
  parseHTML() {
    return [{ tag: 'p' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['p', HTMLAttributes, 0]
  },
  addCommands() {
    return {
      setParagraphStyle:
        (style) =>
        ({ chain }) =>
          chain().setNode('paragraph', { style }).updateAttributes('paragraph', { style }).run(),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setParagraphStyle('body') }
  },
})

export const StyledHeading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return { level: { default: 1, rendered: false }, anchor: ANCHOR }
  },
  parseHTML() {
    return [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      getAttrs: (element) => ({ level: Math.min(Number(element.getAttribute('data-level') ?? level), 4) }),
    }))
  },
  /** The page's own title is its first-level heading, so the document's headings start one level below. */
  renderHTML({ node, HTMLAttributes }) {
    const level = Number(node.attrs.level)
    return [`h${level + 1}`, { ...HTMLAttributes, 'data-level': String(level) }, 0]
  },
  addCommands() {
    return {
      setHeadingLevel:
        (level) =>
        ({ commands }) =>
          commands.setNode('heading', { level }),
    }
  },
  /** Pressed again, the line is text once more. With Alt they would be ¹, ² and ³ on a Brazilian keyboard. */
  addKeyboardShortcuts() {
    const press = (level: HeadingLevel) => () =>
      this.editor.isActive(this.name, { level })
        ? this.editor.commands.setParagraphStyle('body')
        : this.editor.commands.setHeadingLevel(level)
    return Object.fromEntries(HEADING_LEVELS.map((level) => [`Mod-Shift-${String(level)}`, press(level)]))
  },
})

export const Quotation = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML() {
    return [{ tag: 'blockquote' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['blockquote', HTMLAttributes, 0]
  },
  addCommands() {
    return {
      toggleQuotation:
        () =>
        ({ commands }) =>
          commands.toggleWrap('blockquote'),
    }
  },
})

export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML() {
    return [{ tag: 'hr:not([data-page-break])' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['hr', HTMLAttributes]
  },
})

/** Directly inside the section, after the block that the cursor is in, with a line to go on writing. */
export function insertBetweenBlocks(block: ContentNode): Command {
  return ({ state, chain }) => {
    const { $to } = state.selection
    const position = $to.depth > 2 ? $to.after(2) : null
    const nodes = [block, { type: 'paragraph' }]
    return position === null ? chain().insertContent(nodes).run() : chain().insertContentAt(position, nodes).run()
  }
}

/** Only directly inside a section: a page cannot break inside a cell or a list. */
export const PageBreak = Node.create({
  name: 'pageBreak',
  atom: true,
  parseHTML() {
    return [{ tag: 'hr[data-page-break]', priority: 60 }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['hr', mergeAttributes(HTMLAttributes, { 'data-page-break': '', class: 'page-break' })]
  },
  addCommands() {
    return {
      insertPageBreak: () => insertBetweenBlocks({ type: 'pageBreak' }),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => this.editor.commands.insertPageBreak() }
  },
})

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML() {
    return [{ tag: 'br' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['br', HTMLAttributes]
  },
  renderText() {
    return '\n'
  },
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'hardBreak' }) }
  },
})
