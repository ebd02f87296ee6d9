import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function ordinal(number: number): string {
  return number < 10 ? `${number}º` : `${number}.`
}

function roman(number: number): string {
  let text = ''
  let left = number
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      text += letters
      left -= value
    }
  }
  return text
}

/** The numbers of a norm's parts, in the order of the text, as the server prints them (LC 95/1998, art. 10). */
export function legalLabels(styles: readonly string[]): (string | null)[] {
  let article = 0
  let clause = 0
  let inciso = 0
  return styles.map((style) => {
    switch (style) {
      case 'article':
        article += 1
        clause = 0
        inciso = 0
        return `Art. ${ordinal(article)}`
      case 'clause':
        clause += 1
        inciso = 0
        return `§ ${ordinal(clause)}`
      case 'sole_clause':
        inciso = 0
        return 'Parágrafo único.'
      case 'inciso':
        inciso += 1
        return `${roman(inciso)} –`
      default:
        return null
    }
  })
}

function decorations(doc: Node): DecorationSet {
  const paragraphs: { position: number; node: Node }[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'paragraph') paragraphs.push({ position, node })
  })
  const labels = legalLabels(paragraphs.map(({ node }) => String(node.attrs['style'])))
  const shown = paragraphs.flatMap(({ position, node }, index) => {
    const label = labels[index]
    return label ? [Decoration.node(position, position + node.nodeSize, { 'data-label': label })] : []
  })
  return DecorationSet.create(doc, shown)
}

/** Shows in the editor the numbers that nobody types: they are the document's, counted anew at each change (DOC-03). */
export const LegalLabels = Extension.create({
  name: 'legalLabels',
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
