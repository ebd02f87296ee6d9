import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'

/**
 * Where the text stands in the page. TipTap's own component draws the whole text a second time as it comes, for parts
 * drawn by React, which no text of ours has: of a long document that is felt.
 */
export function TextPlace({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // One made for a screen that came late is put away before it is shown, and another takes its place.
    if (editor.isDestroyed) return undefined
    const text = editor.view.dom
    place.current?.append(text)
    return () => text.remove()
  }, [editor])
  return <div ref={place} />
}
