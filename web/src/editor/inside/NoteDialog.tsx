import { Node } from '@tiptap/core'
import { UndoRedo } from '@tiptap/extensions'
import { useEditor } from '@tiptap/react'
import { useId } from 'react'
import { Button } from '../../ds/Button'
import { FormDialog } from '../../ds/Dialog'
import { insideMessages as text } from '../../messages/inside'
import type { ContentNode } from '../content'
import { HardBreak } from '../schema/blocks'
import { DocumentReference, ProcessReference } from '../schema/citations'
import { linesOf, NOTE_CONTENT, wordsOf } from '../schema/footnote'
import { TEXT_MARKS } from '../schema/marks'
import { cleanPastedHtml } from '../schema/wordPaste'
import { TextPlace } from '../TextPlace'

const NoteDocument = Node.create({ name: 'doc', topNode: true, content: 'line+' })
const Line = Node.create({
  name: 'line',
  content: NOTE_CONTENT,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})
const Text = Node.create({ name: 'text', group: 'inline' })
const EXTENSIONS = [NoteDocument, Line, Text, HardBreak, DocumentReference, ProcessReference, ...TEXT_MARKS, UndoRedo]

interface NoteDialogProps {
  words: ContentNode[]
  /** Whether the note is already in the text. */
  known: boolean
  onDone: (words: ContentNode[]) => void
  onClose: () => void
}

/** The text of a footnote: its lines, in bold or italic where it must be (DOC-03). */
export function NoteDialog({ words, known, onDone, onClose }: NoteDialogProps) {
  const hint = useId()
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: { type: 'doc', content: linesOf(words).map((line) => ({ type: 'line', content: line })) },
    autofocus: 'end',
    immediatelyRender: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': text.noteLabel,
        'aria-describedby': hint,
        class: 'note-paper input',
        spellcheck: 'true',
        lang: 'pt-BR',
      },
      transformPastedHTML: cleanPastedHtml,
    },
  })
  const written = () => wordsOf((editor.getJSON() as ContentNode).content ?? [])
  return (
    <FormDialog title={text.noteTitle} confirm={text.noteConfirm} onClose={onClose} onSubmit={() => onDone(written())}>
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {text.noteLabel}
        </span>
        <TextPlace editor={editor} />
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
