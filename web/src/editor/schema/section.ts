import { Node } from '@tiptap/core'
import { editorMessages } from '../../messages/editor'
import type { SectionRole } from '../content'

export const DocumentNode = Node.create({
  name: 'doc',
  topNode: true,
  content: 'section+',
})

/**
 * A part of the document given by its template (DOC-03, DOC-04). `locked` sections belong to the template;
 * the browser refuses edits for ergonomics, the server compares them again on every save.
 */
export const Section = Node.create({
  name: 'section',
  content: '(block | pageBreak | tableOfContents)+',
  isolating: true,
  defining: true,
  selectable: false,

  addAttributes() {
    return {
      role: { default: 'body' },
      locked: { default: false },
      dynamic: { default: false },
    }
  },

  parseHTML() {
    return [
      {
        tag: 'section[data-role]',
        getAttrs: (element) => ({
          role: element.getAttribute('data-role'),
          locked: element.getAttribute('data-locked') === 'true',
          dynamic: element.getAttribute('data-dynamic') === 'true',
        }),
      },
    ]
  },

  renderHTML({ node }) {
    const { role, locked, dynamic } = node.attrs as { role: SectionRole; locked: boolean; dynamic: boolean }
    const label = editorMessages.sectionLabel(editorMessages.sections[role] ?? role, locked)
    const attributes: Record<string, string> = {
      'data-role': role,
      'data-locked': String(locked),
      'data-dynamic': String(dynamic),
      'data-label': label,
      class: locked ? 'section section--locked' : 'section',
    }
    if (locked) attributes.contenteditable = 'false'
    return ['section', attributes, 0]
  },
})
