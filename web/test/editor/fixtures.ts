import { Editor } from '@tiptap/core'
import { type DocumentContent, toEditorDocument } from '../../src/editor/content'
import { documentExtensions } from '../../src/editor/schema/extensions'
import { letter } from './letters'

export * from './letters'

// jsdom does not lay out, and the editor asks where the cursor is when it scrolls to it.
const nowhere = () => ({ top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, x: 0, y: 0, toJSON: () => null })
Range.prototype.getBoundingClientRect = nowhere
Range.prototype.getClientRects = () => [] as unknown as DOMRectList

/** A paste as the browser delivers it. */
export function paste(editor: Editor, html: string): void {
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
}

export function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
}

export function openEditor(content: DocumentContent = letter(), onRefused: () => void = () => undefined): Editor {
  const element = document.createElement('div')
  document.body.append(element)
  return new Editor({
    element,
    extensions: documentExtensions({ onRefused, onReferenceRequested: () => undefined }),
    content: toEditorDocument(content),
  })
}

/** Position right after the first occurrence of a text. */
export function positionAfter(editor: Editor, text: string): number {
  let found = -1
  editor.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(text) : -1
    if (found < 0 && at >= 0) found = position + at + text.length
  })
  return found
}
