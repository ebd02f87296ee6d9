import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    textSearch: {
      searchText: (query: string) => ReturnType
      nextMatch: (direction: 1 | -1) => ReturnType
      replaceMatch: (replacement: string) => ReturnType
      replaceAllMatches: (replacement: string) => ReturnType
    }
  }
}

export interface Match {
  from: number
  to: number
  locked: boolean
}

export interface SearchState {
  query: string
  matches: Match[]
  current: number
}

export const searchKey = new PluginKey<SearchState>('textSearch')
const EMPTY: SearchState = { query: '', matches: [], current: -1 }

const COMBINING = /[\u0300-\u036f]/g

/** One folded character per original one, so that positions in the folded text are positions in the document. */
function fold(text: string): string {
  return [...text]
    .map((character) => {
      const folded = character.normalize('NFD').replace(COMBINING, '').toLowerCase()
      return folded.length === character.length ? folded : character
    })
    .join('')
}

/** The words of a block, one character per position: what is no text holds its places. */
function written(block: ProseMirrorNode): string {
  let words = ''
  block.forEach((child) => {
    words += child.isText ? (child.text ?? '') : '\ufffc'.repeat(child.nodeSize)
  })
  return words
}

/** Every place where the query occurs, ignoring case and accents, block by block. */
export function findMatches(doc: ProseMirrorNode, query: string): Match[] {
  const wanted = fold(query)
  if (!wanted) return []
  const matches: Match[] = []
  doc.forEach((section, sectionOffset) => {
    section.descendants((node, position) => {
      if (!node.isTextblock) return true
      const text = fold(written(node))
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        const from = sectionOffset + 1 + position + 1 + at
        matches.push({ from, to: from + wanted.length, locked: Boolean(section.attrs.locked) })
      }
      return false
    })
  })
  return matches
}

function decorate(doc: ProseMirrorNode, { matches, current }: SearchState): DecorationSet {
  return DecorationSet.create(
    doc,
    matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? 'match match--current' : 'match' }),
    ),
  )
}

function nearest(matches: Match[], position: number): number {
  if (matches.length === 0) return -1
  const index = matches.findIndex(({ from }) => from >= position)
  return index < 0 ? 0 : index
}

/** Find and replace that ignores accents: who types "licitacao" finds "licitação". */
export const TextSearch = Extension.create({
  name: 'textSearch',

  addCommands() {
    return {
      searchText:
        (query) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(searchKey, { query }))
          return true
        },
      nextMatch:
        (direction) =>
        ({ state, tr, dispatch }) => {
          const search = searchKey.getState(state) ?? EMPTY
          const total = search.matches.length
          if (total === 0) return false
          const current = (search.current + direction + total) % total
          const match = search.matches[current]
          if (!match) return false
          const selection = TextSelection.create(tr.doc, match.from, match.to)
          dispatch?.(tr.setMeta(searchKey, { current }).setSelection(selection).scrollIntoView())
          return true
        },
      replaceMatch:
        (replacement) =>
        ({ state, tr, dispatch }) => {
          const { matches, current } = searchKey.getState(state) ?? EMPTY
          const match = matches[current]
          if (!match || match.locked) return false
          dispatch?.(tr.insertText(replacement, match.from, match.to))
          return true
        },
      replaceAllMatches:
        (replacement) =>
        ({ state, tr, dispatch }) => {
          const { matches } = searchKey.getState(state) ?? EMPTY
          const editable = matches.filter(({ locked }) => !locked)
          if (editable.length === 0) return false
          for (const { from, to } of editable.toReversed()) tr.insertText(replacement, from, to)
          dispatch?.(tr)
          return true
        },
    }
  },

  addProseMirrorPlugins() {
    return [
      new Plugin<SearchState>({
        key: searchKey,
        state: {
          init: () => EMPTY,
          apply(transaction, previous) {
            const meta = transaction.getMeta(searchKey) as Partial<SearchState> | undefined
            if (meta?.query !== undefined) {
              const matches = findMatches(transaction.doc, meta.query)
              return { query: meta.query, matches, current: nearest(matches, transaction.selection.from) }
            }
            if (meta?.current !== undefined) return { ...previous, current: meta.current }
            if (!transaction.docChanged || !previous.query) return previous
            const matches = findMatches(transaction.doc, previous.query)
            return { ...previous, matches, current: Math.min(Math.max(previous.current, 0), matches.length - 1) }
          },
        },
        props: {
          decorations(state) {
            const search = searchKey.getState(state)
            return search?.query ? decorate(state.doc, search) : null
          },
        },
      }),
    ]
  },
})
