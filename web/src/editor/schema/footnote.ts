import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { insideMessages as text } from '../../messages/inside'
import type { ContentNode } from '../content'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: { putFootnote: (words: ContentNode[]) => ReturnType }
  }
}

/** What a note may hold: a line, without breaks nor notes of its own. */
export const NOTE_CONTENT = '(text | documentReference | processReference)*'

/** What the selected note says, null when none is selected. */
export function selectedNote(selection: unknown): ContentNode[] | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return null
  return (selection.node.toJSON() as ContentNode).content ?? []
}

/** A footnote is written in a window of its own; in the text there is its number, which nobody types (DOC-03). */
export const Footnote = Node.create<{ onEdit: () => void }>({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: NOTE_CONTENT,

  addOptions() {
    return { onEdit: () => undefined }
  },
  parseHTML() {
    return [{ tag: 'span[data-footnote]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, 'data-footnote': '' }, 0]
  },
  renderText({ node }) {
    return ` ${text.noteText(node.textContent)}`
  },

  addNodeView() {
    const { onEdit } = this.options
    return ({ node, editor, getPos }) =>
      noteView(node, () => {
        const position = getPos()
        if (position === undefined || !editor.isEditable) return
        editor.commands.setNodeSelection(position)
        onEdit()
      })
  },

  addCommands() {
    return {
      /** In the place of the selected note, or where the cursor is; a note that says nothing goes away. */
      putFootnote:
        (words) =>
        ({ chain, state }) => {
          if (words.length === 0) return selectedNote(state.selection) ? chain().deleteSelection().run() : true
          const { to, empty } = state.selection
          const put = selectedNote(state.selection) || empty ? chain() : chain().setTextSelection(to)
          return put.insertContent({ type: this.name, content: words }).run()
        },
    }
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        if (!selectedNote(this.editor.state.selection)) return false
        this.options.onEdit()
        return true
      },
    }
  },
})

function noteView(first: ProseMirrorNode, edit: () => void) {
  const dom = document.createElement('sup')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'note-call'
  button.tabIndex = -1
  button.addEventListener('click', edit)
  dom.className = 'footnote'
  dom.contentEditable = 'false'
  dom.append(button)
  const draw = (node: ProseMirrorNode) => {
    button.title = node.textContent
    button.setAttribute('aria-label', text.noteText(node.textContent))
  }
  draw(first)
  return {
    dom,
    update(node: ProseMirrorNode) {
      if (node.type.name !== 'footnote') return false
      draw(node)
      return true
    },
    stopEvent: (event: Event) => event.target === button && event.type !== 'dragstart',
    ignoreMutation: () => true,
  }
}
