import { InputRule, Mark } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    hyperlink: { setHyperlink: (href: string) => ReturnType; removeHyperlink: () => ReturnType }
  }
}

interface SimpleMark {
  name: string
  element: string
  tags: readonly string[]
  styles?: readonly string[]
  shortcut?: string
  excludes?: string
}

/**
 * One simple mark. TipTap's ready-made ones also turn `*text*` into formatting while one types, which
 * damages asterisks in legal text.
 */
function simpleMark({ name, element, tags, styles = [], shortcut, excludes }: SimpleMark) {
  return Mark.create({
    name,
    ...(excludes === undefined ? {} : { excludes }),
    parseHTML() {
      return [...tags.map((tag) => ({ tag })), ...styles.map((style) => ({ style }))]
    },
    renderHTML() {
      return [element, 0]
    },
    addKeyboardShortcuts() {
      const shortcuts: Record<string, () => boolean> = {}
      if (shortcut) shortcuts[shortcut] = () => this.editor.commands.toggleMark(name)
      return shortcuts
    },
  })
}

const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])

/** The address as stored, or null when its protocol is not one the server accepts. */
export function safeHref(value: string): string | null {
  const trimmed = value.trim()
  const address = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(trimmed)
    ? `mailto:${trimmed}`
    : /^[a-z][a-z0-9+.-]*:/i.test(trimmed)
      ? trimmed
      : `https://${trimmed}`
  try {
    const url = new URL(address)
    if (!LINK_PROTOCOLS.has(url.protocol)) return null
    return url.protocol === 'mailto:' || url.hostname.includes('.') || url.hostname === 'localhost' ? address : null
  } catch {
    return null
  }
}

/** An address of the web that was just written, without the sign that ends the sentence, and the space after it. */
const TYPED_ADDRESS = /(?:^|[\s(“"])((?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)])[.,;:!?)"”]* $/i

const Hyperlink = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: null } }
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href') ?? ''
          const safe = /^(https?:|mailto:)/i.test(href) ? safeHref(href) : null
          return safe ? { href: safe } : false
        },
      },
    ]
  },
  renderHTML({ HTMLAttributes }) {
    return ['a', { ...HTMLAttributes, rel: 'noopener noreferrer nofollow' }, 0]
  },
  addInputRules() {
    return [
      new InputRule({
        find: TYPED_ADDRESS,
        handler: ({ state, range, match }) => {
          const [written, address = ''] = match
          const href = safeHref(address)
          const start = range.from + written.indexOf(address)
          const end = start + address.length
          if (!href || state.doc.rangeHasMark(start, end, this.type)) return null
          // Undoing takes back the link and leaves what was written.
          closeHistory(state.tr)
          state.tr.addMark(start, end, this.type.create({ href })).insertText(' ', range.to).removeStoredMark(this.type)
          return undefined
        },
      }),
    ]
  },
  addCommands() {
    return {
      setHyperlink:
        (href) =>
        ({ commands }) =>
          commands.setMark('link', { href }),
      removeHyperlink:
        () =>
        ({ commands }) =>
          commands.unsetMark('link', { extendEmptyMarkRange: true }),
    }
  },
})

export const TEXT_MARKS = [
  simpleMark({
    name: 'bold',
    element: 'strong',
    tags: ['strong', 'b'],
    styles: ['font-weight=bold', 'font-weight=700'],
    shortcut: 'Mod-b',
  }),
  simpleMark({ name: 'italic', element: 'em', tags: ['em', 'i'], styles: ['font-style=italic'], shortcut: 'Mod-i' }),
  simpleMark({
    name: 'underline',
    element: 'u',
    tags: ['u'],
    styles: ['text-decoration=underline'],
    shortcut: 'Mod-u',
  }),
  simpleMark({
    name: 'strike',
    element: 's',
    tags: ['s', 'del', 'strike'],
    styles: ['text-decoration=line-through'],
    shortcut: 'Mod-Shift-s',
  }),
  simpleMark({
    name: 'subscript',
    element: 'sub',
    tags: ['sub'],
    shortcut: 'Mod-,',
    excludes: 'subscript superscript',
  }),
  simpleMark({
    name: 'superscript',
    element: 'sup',
    tags: ['sup'],
    shortcut: 'Mod-.',
    excludes: 'subscript superscript',
  }),
  Hyperlink,
]
