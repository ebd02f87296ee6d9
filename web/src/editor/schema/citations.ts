import { Extension, Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { editorMessages } from '../../messages/editor'

export const REFERENCES = ['documentReference', 'processReference'] as const
export type ReferenceKind = (typeof REFERENCES)[number]

export interface Reference {
  kind: ReferenceKind
  number: string
  /** What has the number, when the reader may see it. */
  title: string
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    citations: {
      insertReference: (reference: Reference) => ReturnType
      /** What the server says of each number, null when nothing that one may see has it. */
      tellCitations: (known: Record<string, string | null>) => ReturnType
    }
  }
}

/** A citation is a number and nothing else: what it is called and where it lies is asked of the server. */
function referenceNode(name: ReferenceKind, attribute: string) {
  return Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes() {
      return {
        number: {
          default: '',
          parseHTML: (element) => element.getAttribute('data-number'),
          renderHTML: ({ number }) => ({ 'data-number': String(number) }),
        },
      }
    },
    parseHTML() {
      return [{ tag: `span[${attribute}]` }]
    },
    renderHTML({ node, HTMLAttributes }) {
      return ['span', { ...HTMLAttributes, [attribute]: '', class: 'document-reference' }, String(node.attrs['number'])]
    },
    renderText({ node }) {
      return String(node.attrs['number'])
    },
  })
}

export const DocumentReference = referenceNode('documentReference', 'data-document-reference')
export const ProcessReference = referenceNode('processReference', 'data-process-reference')

interface Citations {
  known: Record<string, string | null>
  shown: DecorationSet
}
const citationsKey = new PluginKey<Citations>('citations')

function decorate(doc: ProseMirrorNode, known: Citations['known']): DecorationSet {
  const shown: Decoration[] = []
  doc.descendants((node, position) => {
    if (!REFERENCES.some((name) => name === node.type.name)) return
    const title = known[String(node.attrs['number'])]
    if (title === undefined) return
    const attributes =
      title === null ? { class: 'reference-broken', title: editorMessages.reference.broken } : { title }
    shown.push(Decoration.node(position, position + node.nodeSize, attributes))
  })
  return DecorationSet.create(doc, shown)
}

/** The numbers in the documents already there, whose titles have still to be asked. */
export function citedNumbers(doc: ProseMirrorNode): string[] {
  const found = new Set<string>()
  doc.descendants((node) => {
    if (REFERENCES.some((name) => name === node.type.name)) found.add(String(node.attrs['number']))
  })
  return [...found]
}

/** Beside each number, what it is called today; one that leads nowhere is marked. Nothing of it is stored. */
export const Citations = Extension.create({
  name: 'citations',
  addCommands() {
    return {
      insertReference:
        ({ kind, number, title }) =>
        ({ chain }) =>
          chain()
            .insertContent({ type: kind, attrs: { number } })
            .tellCitations({ [number]: title })
            .run(),
      tellCitations:
        (known) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(citationsKey, known))
          return true
        },
    }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<Citations>({
        key: citationsKey,
        state: {
          init: () => ({ known: {}, shown: DecorationSet.empty }),
          apply(transaction, before) {
            const told = transaction.getMeta(citationsKey) as Citations['known'] | undefined
            if (!told && !transaction.docChanged) return before
            const known = told ? { ...before.known, ...told } : before.known
            return { known, shown: decorate(transaction.doc, known) }
          },
        },
        props: { decorations: (state) => citationsKey.getState(state)?.shown },
      }),
    ]
  },
})
