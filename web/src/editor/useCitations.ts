import type { Editor } from '@tiptap/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { referencesQuery } from '../api/documents'
import { citedNumbers } from './schema/citations'

/** Asks what the numbers already in the text are called today; those inserted later come with their titles. */
export function useCitations(editor: Editor, process: string, document: string): void {
  const [cites] = useState(() => citedNumbers(editor.state.doc).length > 0)
  const { data } = useQuery({ ...referencesQuery(process, document), enabled: cites })
  useEffect(() => {
    if (!data) return
    const known = Object.fromEntries(data.map(({ number, found, title }) => [number, found ? title : null]))
    editor.commands.tellCitations(known)
  }, [editor, data])
}
