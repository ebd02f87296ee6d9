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

/** What a note may hold: its lines, without notes of its own. */
export const NOTE_CONTENT = '(text | hardBreak | documentReference | processReference)*'

/** A note's lines, which a break parts. */
export function linesOf(words: ContentNode[]): ContentNode[][] {
  const lines: ContentNode[][] = [[]]
  for (const word of words) {
    if (word.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(word)
  }
  return lines
}

/** The note that lines make, without the empty ones around it. */
export function wordsOf(lines: ContentNode[]): ContentNode[] {
  const words = lines.flatMap(({ content }, place) => [...(place > 0 ? [{ type: 'hardBreak' }] : []), ...(content ?? [])])
  const first = words.findIndex(({ type }) => type !== 'hardBreak')
  const last = words.findLastIndex(({ type }) => type !== 'hardBreak')
  return first < 0 ? [] : words.slice(first, last + 1)
}

/** What the selected note says, null when none is selected. */
export function selectedNote(selection: unknown): ContentNode[] | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return null
  return (selection.node.toJSON() as ContentNode).content ?? []
}

/** What the note says, in one line. */
export function noteWords(note: ProseMirrorNode): string {
  return note.textBetween(0, note.content.size, ' ', (leaf) => String(leaf.attrs['number'] ?? ' '))
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
    return ` ${text.noteText(noteWords(node))}`
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
    button.title = noteWords(node)
    button.setAttribute('aria-label', text.noteText(noteWords(node)))
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
