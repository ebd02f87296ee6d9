import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'

/** Transactions that carry this meta come from the system (opening, restoring a version), not from typing. */
export const SYSTEM_CHANGE = 'systemChange'

function sameAttributes(left: ProseMirrorNode, right: ProseMirrorNode): boolean {
  const names = ['role', 'locked', 'dynamic'] as const
  return left.type === right.type && names.every((name) => left.attrs[name] === right.attrs[name])
}

/** True when `after` keeps the sections of `before` in number, order and attributes, and its locked ones untouched. */
export function keepsLockedSections(before: ProseMirrorNode, after: ProseMirrorNode): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < before.childCount; index += 1) {
    const old = before.child(index)
    const current = after.child(index)
    if (!sameAttributes(old, current)) return false
    if (old.attrs.locked && !old.eq(current)) return false
  }
  return true
}

/** Blocks copied together with their section are pasted without it: sections come only from the template. */
export function withoutSections(slice: Slice): Slice {
  let found = false
  const blocks: ProseMirrorNode[] = []
  slice.content.forEach((node) => {
    if (node.type.name !== 'section') {
      blocks.push(node)
      return
    }
    found = true
    node.content.forEach((block) => blocks.push(block))
  })
  if (!found) return slice
  return new Slice(Fragment.fromArray(blocks), Math.max(0, slice.openStart - 1), Math.max(0, slice.openEnd - 1))
}

function sectionRange(state: EditorState): { from: number; to: number } | null {
  const { $from } = state.selection
  if ($from.depth < 1) return null
  return { from: $from.start(1), to: $from.end(1) }
}

/** Start of the first section a person may write in, or null when the whole document is locked. */
export function firstEditablePosition(doc: ProseMirrorNode): number | null {
  let position: number | null = null
  const preferred = ['body', null]
  for (const role of preferred) {
    doc.forEach((section, offset) => {
      if (position === null && !section.attrs.locked && (role === null || section.attrs.role === role)) {
        position = offset + 1
      }
    })
  }
  return position
}

export interface LockedSectionsOptions {
  onRefused: () => void
}

export const LockedSections = Extension.create<LockedSectionsOptions>({
  name: 'lockedSections',
  // Before the library's own key map, whose Ctrl+A takes the locked sections too.
  priority: 1000,

  addOptions() {
    return { onRefused: () => undefined }
  },

  addKeyboardShortcuts() {
    return {
      // Selecting everything would include the locked sections, and the next key press would be refused.
      'Mod-a': ({ editor }) => {
        const range = sectionRange(editor.state)
        if (!range) return false
        const { doc } = editor.state
        const selection = TextSelection.between(doc.resolve(range.from), doc.resolve(range.to))
        editor.view.dispatch(editor.state.tr.setSelection(selection))
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { onRefused } = this.options
    return [
      new Plugin({
        filterTransaction(transaction: Transaction, state: EditorState): boolean {
          if (!transaction.docChanged || transaction.getMeta(SYSTEM_CHANGE)) return true
          const accepted = keepsLockedSections(state.doc, transaction.doc)
          if (!accepted) queueMicrotask(onRefused)
          return accepted
        },
        props: { transformPasted: withoutSections },
      }),
    ]
  },
})
