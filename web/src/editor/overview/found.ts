import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state'
import type { Finding } from '../../api/documents'
import { placesOf } from '../schema/places'
import { findMatches } from '../schema/textSearch'

type Match = (node: ProseMirrorNode, words: string, doc: ProseMirrorNode) => boolean

/** What is one thing in the text, by what is said of it; the others are words that stand there. */
const THINGS: Partial<Record<Finding['kind'], Match>> = {
  empty_field: ({ type, attrs }, words) => type.name === 'variable' && attrs['name'] === words && !attrs['value'],
  image_without_description: ({ type, attrs }) => type.name === 'image' && !String(attrs['alt']).trim(),
  broken_reference: ({ attrs }, words) => attrs['number'] === words,
  broken_cross_reference: ({ type, attrs }, _, doc) =>
    type.name === 'crossReference' && !placesOf(doc).some(({ anchor }) => anchor === attrs['target']),
}

/** Where in the text a finding is; null when it was mended since it was found. */
export function placeOf(doc: ProseMirrorNode, { kind, text }: Finding): Selection | null {
  const matches = THINGS[kind]
  if (!matches) {
    const [first] = findMatches(doc, text)
    return first ? TextSelection.create(doc, first.from, first.to) : null
  }
  let found: number | null = null
  doc.descendants((node, position) => {
    if (found === null && matches(node, text, doc)) found = position
    return found === null
  })
  return found === null ? null : NodeSelection.create(doc, found)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.,/@-]*/gu

/** How many words are written, the model's among them; a number, however it is punctuated, is one. */
export const countWords = (doc: ProseMirrorNode): number => doc.textBetween(0, doc.content.size, ' ', ' ').match(WORD)?.length ?? 0
