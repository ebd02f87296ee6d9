import type { Editor } from '@tiptap/core'
import type { Selection, Transaction } from '@tiptap/pm/state'

/** Selects the place and takes the person there; ``transaction``: what else is told of it. */
export function goTo({ state, view }: Editor, selection: Selection, transaction: Transaction = state.tr): void {
  view.dispatch(transaction.setSelection(selection).scrollIntoView())
  const place = view.domAtPos(selection.from).node
  const element = place instanceof Element ? place : place.parentElement
  element?.scrollIntoView({ block: 'center' })
  view.focus()
}
