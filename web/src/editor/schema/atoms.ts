import { Extension, Node } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { editorMessages } from '../../messages/editor'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    variable: { insertVariable: (name: string) => ReturnType }
  }
}

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

/** A character at the start of a word that asks for something instead of being typed: `#` a document, `/` a text, `@` somebody. */
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
