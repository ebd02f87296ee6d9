import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { editorMessages } from '../messages/editor'
import { PARAGRAPH_STYLES } from './content'
import { HEADING_LEVELS, isParagraphStyle } from './schema/blocks'

const text = editorMessages.toolbar

function currentStyle(editor: Editor): string {
  const { parent } = editor.state.selection.$from
  return parent.type.name === 'heading'
    ? `heading-${String(parent.attrs['level'])}`
    : String(parent.attrs['style'] ?? 'body')
}

function applyStyle(editor: Editor, value: string): void {
  const level = HEADING_LEVELS.find((candidate) => value === `heading-${candidate}`)
  if (level) editor.commands.setHeadingLevel(level)
  else if (isParagraphStyle(value)) editor.commands.setParagraphStyle(value)
}

/** The browser's own select: the fastest by keyboard; choosing by arrow applies at once, as in a text processor. */
export function StyleSelect({ editor }: { editor: Editor }) {
  const value = useEditorState({ editor, selector: ({ editor: current }) => currentStyle(current) })
  return (
    <select
      className="input tool-select"
      aria-label={text.style}
      title={text.style}
      value={value}
      onChange={(event) => applyStyle(editor, event.target.value)}
    >
      <optgroup label={text.paragraphStyles}>
        {PARAGRAPH_STYLES.map((style) => (
          <option key={style} value={style}>
            {editorMessages.styles[style]}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.headingStyles}>
        {HEADING_LEVELS.map((level) => (
          <option key={level} value={`heading-${level}`}>
            {editorMessages.headings[level - 1]}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
