import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { PassageComment } from '../../api/passages'
import { goTo } from '../goTo'
import { type Range, rangeOf } from './written'

export interface Mark extends Range {
  id: string
}

interface Marks {
  marks: Mark[]
  current: string | null
}

const key = new PluginKey<Marks>('passages')
const NONE: Marks = { marks: [], current: null }

/** Passages with comments, shown over the text and never in it; they move with what is written around them. */
function plugin(): Plugin<Marks> {
  return new Plugin<Marks>({
    key,
    state: {
      init: () => NONE,
      apply(transaction, before) {
        const given = transaction.getMeta(key) as Partial<Marks> | undefined
        const now = given ? { ...before, ...given } : before
        if (!transaction.docChanged || given?.marks) return now
        const marks = now.marks
          .map((mark) => ({
            ...mark,
            from: transaction.mapping.map(mark.from, 1),
            to: transaction.mapping.map(mark.to, -1),
          }))
          .filter(({ from, to }) => from < to)
        return { ...now, marks }
      },
    },
    props: {
      decorations(state) {
        const { marks, current } = key.getState(state) ?? NONE
        const shown = marks.map(({ id, from, to }) =>
          Decoration.inline(from, to, { class: id === current ? 'passage passage--current' : 'passage' }),
        )
        return DecorationSet.create(state.doc, shown)
      },
    },
  })
}

/** Begins to show passages in the editor; -> ends it. */
export function showPassages(editor: Editor): () => void {
  editor.registerPlugin(plugin())
  return () => {
    if (!editor.isDestroyed) editor.unregisterPlugin(key)
  }
}

/** Where each comment's passage is: where it was carried to while it was written, else where the server found it. */
export function markPassages(editor: Editor, comments: readonly PassageComment[]): void {
  const known = new Map(passageMarks(editor).map((mark) => [mark.id, mark]))
  const marks = comments.flatMap((comment) => {
    if (comment.resolved_at || !comment.span) return []
    const range = known.get(comment.id) ?? rangeOf(editor.state.doc, comment.span.start, comment.words)
    return range ? [{ id: comment.id, from: range.from, to: range.to }] : []
  })
  editor.view.dispatch(editor.state.tr.setMeta(key, { marks }).setMeta('addToHistory', false))
}

export function passageMarks(editor: Editor): Mark[] {
  return key.getState(editor.state)?.marks ?? []
}

/** Shows the passage, selected, and takes the reader there; -> whether it is in the text. */
export function goToPassage(editor: Editor, id: string): boolean {
  const mark = passageMarks(editor).find((one) => one.id === id)
  if (!mark) return false
  const { doc, tr } = editor.state
  goTo(editor, TextSelection.create(doc, mark.from, mark.to), tr.setMeta(key, { current: id }))
  return true
}
