import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { useCallback, useMemo, useRef } from 'react'
import { announce } from '../ds/toast'
import { editorMessages } from '../messages/editor'
import { imageMessages } from '../messages/images'
import { type DocumentContent, toEditorDocument } from './content'
import type { Album } from './images/album'
import { documentExtensions } from './schema/extensions'
import { useLatest } from './useLatest'
import { cleanPastedHtml, hasImages } from './schema/wordPaste'

interface DocumentEditorOptions {
  content: DocumentContent
  /** What a screen reader calls the text. */
  label: string
  editable: boolean
  onChanged: () => void
  onBlur: () => void
  onReferenceRequested: () => void
  /** Absent where no standard text may be inserted: the bar is then only a character. */
  onTextRequested?: () => void
  /** Likewise where nobody's name is offered. */
  onMentionRequested?: () => void
  /** Absent where the text takes no pictures; a file is one that was pasted or dropped. */
  album?: Album
  onImage?: (file: File | null) => void
  onNote?: () => void
}

const REFUSAL_PAUSE_MILLISECONDS = 4000

/** Says why nothing happened, but not at every key press. */
function useRefusalNotice(): () => void {
  const last = useRef(0)
  return useCallback(() => {
    const now = Date.now()
    if (now - last.current < REFUSAL_PAUSE_MILLISECONDS) return
    last.current = now
    announce(editorMessages.lockedRefused, { tone: 'danger' })
  }, [])
}

/** The TipTap editor of one document, with its schema, locked sections and cleaned paste (DOC-03). */
export function useDocumentEditor(options: DocumentEditorOptions): Editor {
  const latest = useLatest(options)
  const { album } = options
  const onRefused = useRefusalNotice()
  const extensions = useMemo(
    () =>
      documentExtensions({
        onRefused,
        onReferenceRequested: () => latest.current.onReferenceRequested(),
        onTextRequested: () => {
          latest.current.onTextRequested?.()
          return latest.current.onTextRequested !== undefined
        },
        onMentionRequested: () => {
          latest.current.onMentionRequested?.()
          return latest.current.onMentionRequested !== undefined
        },
        onNote: () => latest.current.onNote?.(),
        image: {
          album: album ?? null,
          onEdit: () => latest.current.onImage?.(null),
          onFile: (file) => latest.current.onImage?.(file),
        },
      }),
    [latest, onRefused, album],
  )
  return useEditor(
    {
      extensions,
      content: toEditorDocument(options.content),
      editable: options.editable,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      onUpdate: () => latest.current.onChanged(),
      onBlur: () => latest.current.onBlur(),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': options.label,
          class: 'paper',
          spellcheck: 'true',
          lang: 'pt-BR',
        },
        transformPastedHTML: (html) => {
          if (hasImages(html)) announce(imageMessages.notPasted, { tone: 'danger' })
          return cleanPastedHtml(html)
        },
      },
    },
    [extensions],
  )
}
