import { Extension, Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { insideMessages as text } from '../../messages/inside'
import { newAnchor, placeNames, type Place } from './places'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    crossReferences: { insertCrossReference: (place: Place) => ReturnType }
  }
}

/** A reference keeps where it leads; what it reads as follows the numbering and is the server's to say (DOC-03). */
export const CrossReference = Node.create({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      target: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-target'),
        renderHTML: ({ target }) => ({ 'data-target': String(target) }),
      },
      value: { default: null, rendered: false },
    }
  },
  parseHTML() {
    return [{ tag: 'span[data-cross-reference]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, 'data-cross-reference': '', class: 'document-reference' }]
  },
  renderText({ node }) {
    return String(node.attrs['value'] ?? '')
  },
  addCommands() {
    return {
      /** The place is given its anchor in the same step, so that undoing takes both away. */
      insertCrossReference:
        (place) =>
        ({ chain }) => {
          const target = place.anchor ?? newAnchor()
          return chain()
            .command(({ tr }) => {
              if (!place.anchor) tr.setNodeAttribute(place.position, 'anchor', target)
              return true
            })
            .insertContent({ type: this.name, attrs: { target, value: place.name } })
            .run()
        },
    }
  },
})

function decorations(doc: ProseMirrorNode): DecorationSet {
  const found: { position: number; node: ProseMirrorNode }[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'crossReference') found.push({ position, node })
  })
  if (found.length === 0) return DecorationSet.empty
  const names = placeNames(doc)
  const shown = found.map(({ position, node }) => {
    const name = names.get(String(node.attrs['target']))
    const attributes = name
      ? { 'data-label': name, 'aria-label': name, role: 'link' }
      : { 'data-label': text.broken, 'aria-label': text.broken, role: 'link', class: 'reference-broken', title: text.brokenHint }
    return Decoration.node(position, position + node.nodeSize, attributes)
  })
  return DecorationSet.create(doc, shown)
}

/** What each reference reads as, anew at each change; one whose place is gone is marked. */
export const CrossReferenceNames = Extension.create({
  name: 'crossReferenceNames',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => decorations(doc),
          apply: (transaction, known) => (transaction.docChanged ? decorations(transaction.doc) : known),
        },
        props: {
          decorations(state) {
            return this.getState(state)
          },
        },
      }),
    ]
  },
})
