import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { editorMessages } from '../messages/editor'
import { searchKey } from './schema/textSearch'

const text = editorMessages.find

/** Find and replace in the text; Enter goes to the next place, Shift+Enter to the previous, Esc closes. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [query, setQuery] = useState(() => selectedText(editor))
  const [replacement, setReplacement] = useState('')
  const search = useEditorState({ editor, selector: ({ editor: current }) => searchKey.getState(current.state) })

  useEffect(() => {
    editor.commands.searchText(query)
  }, [editor, query])
  useEffect(() => () => void (editor.isDestroyed || editor.commands.searchText('')), [editor])

  const total = search?.matches.length ?? 0
  const locked = search?.matches[search.current]?.locked ?? false
  const unavailable = total === 0 ? text.none : locked ? text.locked : null
  const count = total > 0 ? text.count((search?.current ?? 0) + 1, total) : query ? text.none : ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault()
      editor.commands.nextMatch(-1)
    }
  }
  return (
    <form
      className="find-bar"
      role="search"
      aria-label={text.label}
      onSubmit={(event) => {
        event.preventDefault()
        editor.commands.nextMatch(1)
      }}
    >
      <TextField
        label={text.query}
        value={query}
        onChange={setQuery}
        onKeyDown={onKeyDown}
        autoFocus
        autoComplete="off"
      />
      <TextField
        label={text.replacement}
        value={replacement}
        onChange={setReplacement}
        onKeyDown={onKeyDown}
        autoComplete="off"
      />
      <span className="find-count" role="status">
        {count}
      </span>
      <Button small onClick={() => editor.commands.nextMatch(-1)}>
        {text.previous}
      </Button>
      <Button small type="submit">
        {text.next}
      </Button>
      <Button small unavailable={unavailable} onClick={() => editor.commands.replaceMatch(replacement)}>
        {text.replace}
      </Button>
      <Button
        small
        unavailable={total === 0 ? text.none : null}
        onClick={() => editor.commands.replaceAllMatches(replacement)}
      >
        {text.replaceAll}
      </Button>
      <Button small onClick={onClose}>
        {text.close}
      </Button>
    </form>
  )
}

const LONGEST_QUERY = 100

function selectedText(editor: Editor): string {
  const { from, to } = editor.state.selection
  const selected = editor.state.doc.textBetween(from, to, ' ')
  return selected.length <= LONGEST_QUERY ? selected : ''
}
