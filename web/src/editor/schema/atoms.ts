import { Extension, Node } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { editorMessages } from '../../messages/editor'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    documentReference: { insertDocumentReference: (reference: Reference) => ReturnType }
    variable: { insertVariable: (name: string) => ReturnType }
  }
}

export interface Reference {
  number: string
  document: string
  process: string
}

/** A citation of another document: the number is data, never free text, so that the server can resolve it. */
export const DocumentReference = Node.create({
  name: 'documentReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      number: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-number'),
        renderHTML: ({ number }) => ({ 'data-number': String(number) }),
      },
      document: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-document'),
        renderHTML: ({ document }) => (document ? { 'data-document': String(document) } : {}),
      },
      process: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-process'),
        renderHTML: ({ process }) => (process ? { 'data-process': String(process) } : {}),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'span[data-document-reference]' }]
  },
  renderHTML({ node, HTMLAttributes }) {
    return [
      'span',
      { ...HTMLAttributes, 'data-document-reference': '', class: 'document-reference' },
      String(node.attrs.number),
    ]
  },
  renderText({ node }) {
    return String(node.attrs.number)
  },
  addCommands() {
    return {
      insertDocumentReference:
        (reference) =>
        ({ chain }) =>
          chain()
            .insertContent({ type: this.name, attrs: { ...reference } })
            .run(),
    }
  },
})

/** A field that the server fills in (@orgao_nome@ …); shown with its value once the server resolved it. */
export const Variable = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      name: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-variable'),
        renderHTML: ({ name }) => ({ 'data-variable': String(name) }),
      },
      value: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-value'),
        renderHTML: ({ value }) => (value ? { 'data-value': String(value) } : {}),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'span[data-variable]' }]
  },
  renderHTML({ node, HTMLAttributes }) {
    const name = String(node.attrs.name)
    const title = editorMessages.variables[name] ?? name
    // Resolved to nothing, e.g. no addressee was filled in: an empty box would not say what is missing.
    const shown = node.attrs.value === '' ? editorMessages.emptyVariable(title) : String(node.attrs.value ?? `@${name}@`)
    return ['span', { ...HTMLAttributes, class: 'variable', title }, shown]
  },
  renderText({ node }) {
    return String(node.attrs.value ?? `@${String(node.attrs.name)}@`)
  },
  addCommands() {
    return {
      insertVariable:
        (name) =>
        ({ chain }) =>
          chain().insertContent({ type: this.name, attrs: { name } }).run(),
    }
  },
})

/** A character at the start of a word that asks for something instead of being typed: `#` a document, `/` a text. */
export const TypedTriggers = Extension.create<{ triggers: Record<string, () => boolean> }>({
  name: 'typedTriggers',
  addOptions() {
    return { triggers: {} }
  },
  addProseMirrorPlugins() {
    const { triggers } = this.options
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, _to, text) {
            const trigger = triggers[text]
            if (!trigger) return false
            const $from = view.state.doc.resolve(from)
            const before = $from.parent.textBetween(
              Math.max(0, $from.parentOffset - 1),
              $from.parentOffset,
              '',
              '\ufffc',
            )
            if (before !== '' && !/[\s([“"]/.test(before)) return false
            return trigger()
          },
        },
      }),
    ]
  },
})
