import { Node } from '@tiptap/core'
import { UndoRedo } from '@tiptap/extensions'
import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { useId } from 'react'
import { Button } from '../../ds/Button'
import { FormDialog } from '../../ds/Dialog'
import { insideMessages as text } from '../../messages/inside'
import type { ContentNode } from '../content'
import { DocumentReference, ProcessReference } from '../schema/citations'
import { NOTE_CONTENT } from '../schema/footnote'
import { TEXT_MARKS } from '../schema/marks'
import { cleanPastedHtml } from '../schema/wordPaste'

const NoteDocument = Node.create({ name: 'doc', topNode: true, content: 'line' })
const Line = Node.create({
  name: 'line',
  content: NOTE_CONTENT,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})
const Text = Node.create({ name: 'text', group: 'inline' })
const EXTENSIONS = [NoteDocument, Line, Text, DocumentReference, ProcessReference, ...TEXT_MARKS, UndoRedo]

/** What is pasted over several lines becomes one. */
function inOneLine(slice: Slice): Slice {
  const words: ProseMirrorNode[] = []
  slice.content.descendants((node) => {
    if (!node.isInline) return true
    words.push(node)
    return false
  })
  return new Slice(Fragment.fromArray(words), 0, 0)
}

interface NoteDialogProps {
  words: ContentNode[]
  /** Whether the note is already in the text. */
  known: boolean
  onDone: (words: ContentNode[]) => void
  onClose: () => void
}

/** The text of a footnote: one line, in bold or italic where it must be (DOC-03). */
export function NoteDialog({ words, known, onDone, onClose }: NoteDialogProps) {
  const hint = useId()
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: { type: 'doc', content: [{ type: 'line', content: words }] },
    autofocus: 'end',
    immediatelyRender: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': text.noteLabel,
        'aria-describedby': hint,
        class: 'note-paper input',
        spellcheck: 'true',
        lang: 'pt-BR',
      },
      transformPastedHTML: cleanPastedHtml,
      transformPasted: inOneLine,
    },
  })
  const written = () => (editor.getJSON() as ContentNode).content?.[0]?.content ?? []
  return (
    <FormDialog title={text.noteTitle} confirm={text.noteConfirm} onClose={onClose} onSubmit={() => onDone(written())}>
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {text.noteLabel}
        </span>
        <EditorContent editor={editor} />
        <div className="field-hint" id={hint}>
          {text.noteHint}
        </div>
      </div>
      {known ? (
        <div>
          <Button look="secondary" onClick={() => onDone([])}>
            {text.noteRemove}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  )
}
