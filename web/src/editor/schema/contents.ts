import { type Editor, mergeAttributes, Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { insideMessages as text } from '../../messages/inside'
import { insertBetweenBlocks } from './blocks'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tableOfContents: { insertContents: () => ReturnType }
  }
}

interface WrittenHeading {
  level: number
  words: string
  position: number
}

/** The headings as they are now; the pages are known only on paper. */
export function headingsOf(doc: ProseMirrorNode): WrittenHeading[] {
  const found: WrittenHeading[] = []
  doc.descendants((node, position) => {
    if (node.type.name !== 'heading') return !node.isTextblock
    let words = ''
    node.forEach((child) => {
      if (child.isText) words += child.text ?? ''
    })
    if (words.trim()) found.push({ level: Number(node.attrs['level']), words: words.trim(), position })
    return false
  })
  return found
}

/** Nobody writes a table of contents: it is made from the headings, here and on the page (DOC-03). */
export const TableOfContents = Node.create({
  name: 'tableOfContents',
  atom: true,
  parseHTML() {
    return [{ tag: 'div[data-contents]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { 'data-contents': '' })]
  },
  addNodeView() {
    return ({ editor }) => contentsView(editor)
  },
  addCommands() {
    return { insertContents: () => insertBetweenBlocks({ type: this.name }) }
  },
})

function contentsView(editor: Editor) {
  const dom = document.createElement('div')
  const title = document.createElement('p')
  const list = document.createElement('ul')
  dom.className = 'contents'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', text.contents)
  title.className = 'contents-title'
  title.textContent = text.contents
  dom.append(title, list)
  let shown = ''
  const draw = () => {
    const lines = headingsOf(editor.state.doc)
    const now = JSON.stringify(lines.map(({ level, words }) => [level, words]))
    if (now === shown) return
    shown = now
    const items = lines.map(({ level, words }) => {
      const item = document.createElement('li')
      item.className = `contents-${String(level)}`
      item.textContent = words
      return item
    })
    const empty = document.createElement('li')
    empty.textContent = text.noHeadings
    list.replaceChildren(...(items.length > 0 ? items : [empty]))
  }
  draw()
  editor.on('transaction', draw)
  return { dom, ignoreMutation: () => true, destroy: () => editor.off('transaction', draw) }
}
