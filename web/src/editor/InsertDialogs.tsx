import type { Editor } from '@tiptap/core'
import { lazy, Suspense } from 'react'
import { AutotextDialog } from './AutotextDialog'
import type { Album } from './images/album'
import { LinkDialog } from './LinkDialog'
import { MentionDialog } from './mentions/MentionDialog'
import { ReferenceDialog } from './ReferenceDialog'
import { selectedNote } from './schema/footnote'
import { selectedPicture } from './schema/image'

const NoteDialog = lazy(async () => ({ default: (await import('./inside/NoteDialog')).NoteDialog }))
const PlaceDialog = lazy(async () => ({ default: (await import('./inside/PlaceDialog')).PlaceDialog }))
const ImageDialog = lazy(async () => ({ default: (await import('./images/ImageDialog')).ImageDialog }))

/** What the editor asks before it puts something in the text. */
export type Asking =
  | 'reference'
  | 'typed-reference'
  | 'link'
  | 'find'
  | 'text'
  | 'typed-text'
  | 'mention'
  | 'typed-mention'
  | 'note'
  | 'place'
  | { image: File | null }
  | null

const TYPED: Partial<Record<string, string>> = { 'typed-reference': '#', 'typed-text': '/', 'typed-mention': '@' }

/** What asked by being typed: who gives up wanted the character itself. */
export function characterTyped(asking: Asking): string {
  return (typeof asking === 'string' && TYPED[asking]) || ''
}

interface InsertDialogsProps {
  asking: Asking
  editor: Editor
  album: Album
  documentId: string
  onDone: () => void
  onClose: () => void
}

export function InsertDialogs({ asking, editor, album, documentId, onDone, onClose }: InsertDialogsProps) {
  /** The dialog gives the focus back when it closes; the text takes it after that. */
  const insert = (act: () => void) => {
    onDone()
    setTimeout(act)
  }
  if (asking === 'reference' || asking === 'typed-reference') {
    const put = () => editor.chain().focus()
    return (
      <ReferenceDialog
        onClose={onClose}
        onInsert={(reference) => insert(() => put().insertReference(reference).run())}
      />
    )
  }
  if (asking === 'text' || asking === 'typed-text') {
    return (
      <AutotextDialog
        processId={album.process}
        documentId={documentId}
        onClose={onClose}
        onInsert={(blocks) => insert(() => editor.chain().focus().insertContent(blocks).run())}
      />
    )
  }
  if (asking === 'mention' || asking === 'typed-mention') {
    return (
      <MentionDialog
        processId={album.process}
        onClose={onClose}
        onInsert={(words) => insert(() => editor.chain().focus().command(({ tr }) => Boolean(tr.insertText(words))).run())}
      />
    )
  }
  if (asking === 'link') return <LinkDialog editor={editor} onClose={onClose} />
  if (asking === 'note') {
    const words = selectedNote(editor.state.selection)
    return (
      <Suspense fallback={null}>
        <NoteDialog
          words={words ?? []}
          known={words !== null}
          onClose={onClose}
          onDone={(written) => insert(() => editor.chain().focus().putFootnote(written).run())}
        />
      </Suspense>
    )
  }
  if (asking === 'place') {
    return (
      <Suspense fallback={null}>
        <PlaceDialog
          editor={editor}
          onClose={onClose}
          onInsert={(place) => insert(() => editor.chain().focus().insertCrossReference(place).run())}
        />
      </Suspense>
    )
  }
  if (asking === null || asking === 'find') return null
  const picture = asking.image ? null : selectedPicture(editor.state.selection)
  return (
    <Suspense fallback={null}>
      <ImageDialog
        album={album}
        picture={picture}
        file={asking.image}
        onClose={onClose}
        onRemove={() => insert(() => editor.chain().focus().deleteSelection().run())}
        onDone={(made) =>
          insert(() =>
            picture
              ? editor.chain().changePicture(made).focus().run()
              : editor.chain().focus().insertPicture(made).run(),
          )
        }
      />
    </Suspense>
  )
}
