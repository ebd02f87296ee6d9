import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { DocumentDetail } from '../../api/types'
import { copyText } from '../clipboard'
import { contentText, type DocumentContent, sameContent, toContent, toEditorDocument } from '../content'
import { SYSTEM_CHANGE } from '../schema/lockedSections'
import { mergeSections } from '../schema/mergeSections'
import type { DraftKey } from './draftKey'
import { copyKey, dropCopy, type LocalCopy, readCopy } from './localCopy'

interface RecoveredCopyOptions {
  editor: Editor
  user: string
  safe: DraftKey
  document: DocumentDetail
  content: DocumentContent
}

/** Text this person wrote here and the server never confirmed, offered back when the document is opened again. */
export function useRecoveredCopy({ editor, user, safe, document, content }: RecoveredCopyOptions) {
  const [copy, setCopy] = useState<LocalCopy | null>(null)
  const key = copyKey(user, document.id)

  useEffect(() => {
    let current = true
    void readCopy(safe, key).then((found) => {
      if (!current || !found) return
      if (sameContent(found.content, toContent(toEditorDocument(content)))) void dropCopy(key)
      else setCopy(found)
    })
    return () => {
      current = false
    }
  }, [safe, key, content])

  const merged = copy ? mergeSections(content, copy.content) : null
  const restore = () => {
    if (!merged) return
    setCopy(null)
    editor.chain().setMeta(SYSTEM_CHANGE, true).setContent(toEditorDocument(merged), { emitUpdate: true }).focus().run()
  }
  const savedSince =
    copy && copy.revision !== document.revision && document.edited_by && document.edited_at
      ? { who: document.edited_by.name, at: document.edited_at }
      : null
  return {
    copy,
    banner: {
      savedSince,
      canRestore: merged !== null,
      onRestore: restore,
      onCopy: () => {
        if (copy) copyText(contentText(copy.content))
      },
      onDiscard: () => {
        setCopy(null)
        void dropCopy(key)
      },
    },
  }
}
