import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { normMessages as text } from '../../messages/norms'

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

/** 1 is a, 27 is aa. */
function letters(position: number): string {
  return position > 0 ? letters(Math.floor((position - 1) / 26)) + String.fromCharCode(97 + ((position - 1) % 26)) : ''
}

/** What stands before each line that the system numbers, in the order of the text, as the server prints it. */
export function labelsOf(styles: readonly string[]): (string | null)[] {
  let article = 0
  let clause = 0
  let inciso = 0
  let numbered = 0
  let item = 0
  let figure = 0
  let table = 0
  return styles.map((style) => {
    item = style === 'item' ? item + 1 : 0
    switch (style) {
      case 'item':
        return `${letters(item)})`
      case 'numbered':
        numbered += 1
        return `${numbered}.`
      case 'figure_caption':
        figure += 1
        return `Figura ${figure} –`
      case 'table_caption':
        table += 1
        return `Tabela ${table} –`
      case 'article':
        article += 1
        clause = 0
        inciso = 0
        return text.article(ordinal(article))
      case 'clause':
        clause += 1
        inciso = 0
        return `§ ${ordinal(clause)}`
      case 'sole_clause':
        inciso = 0
        return text.soleClause
      case 'inciso':
        inciso += 1
        return `${roman(inciso)} –`
      default:
        return null
    }
  })
}

/** The style sheet counts these two by itself. */
const COUNTED = new Set(['item', 'numbered'])

/** The labels of a norm's parts (LC 95/1998, art. 10) and of captions, which are shown beside what is written. */
export function legalLabels(styles: readonly string[]): (string | null)[] {
  return labelsOf(styles).map((label, index) => (COUNTED.has(styles[index] ?? '') ? null : label))
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
