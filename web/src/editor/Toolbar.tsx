import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode, Ref } from 'react'
import { Menu } from '../ds/Menu'
import { textMessages } from '../messages/authoring'
import { editorMessages } from '../messages/editor'
import { imageMessages } from '../messages/images'
import { insideMessages } from '../messages/inside'
import { RovingToolbar } from './RovingToolbar'
import { StyleSelect } from './StyleSelect'
import { TableMenu } from './TableMenu'
import { Glyph } from '../ds/Glyph'

const text = editorMessages.toolbar

interface ToolbarProps {
  editor: Editor
  onLink: () => void
  onReference: () => void
  /** Absent inside a form, which has no place for another. */
  onFind?: () => void
  /** Absent where there is no document to insert a standard text into. */
  onText?: () => void
  /** Absent where the text takes no pictures. */
  onImage?: () => void
  /** Absent where the text is only a part of documents to come. */
  onNote?: () => void
  onPlace?: () => void
  ref?: Ref<HTMLDivElement>
}

interface ToolProps {
  label: string
  children?: ReactNode
  pressed?: boolean
  disabled?: boolean
  shortcut?: string
  onPress: () => void
}

/** A tool never leaves the Tab order when it does not apply now; it only says so. */
function Tool({ label, children, pressed, disabled, shortcut, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${label} (${shortcut.replace('Control', 'Ctrl')})` : label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) onPress()
      }}
    >
      {children ? (
        <>
          <span aria-hidden="true">{children}</span>
          <span className="visually-hidden">{label}</span>
        </>
      ) : (
        label
      )}
    </button>
  )
}

const MARKS = [
  { name: 'bold', label: text.bold, shortcut: 'Control+B', face: <b>{text.faces.bold}</b> },
  { name: 'italic', label: text.italic, shortcut: 'Control+I', face: <i>{text.faces.italic}</i> },
  { name: 'underline', label: text.underline, shortcut: 'Control+U', face: <u>{text.faces.underline}</u> },
  { name: 'strike', label: text.strike, shortcut: 'Control+Shift+S', face: <s>{text.faces.strike}</s> },
  { name: 'subscript', label: text.subscript, shortcut: 'Control+,', face: <span>{text.faces.subscript}</span> },
  { name: 'superscript', label: text.superscript, shortcut: 'Control+.', face: <span>{text.faces.superscript}</span> },
]

function useToolState(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      marks: MARKS.filter(({ name }) => current.isActive(name)).map(({ name }) => name),
      bulletList: current.isActive('bulletList'),
      orderedList: current.isActive('orderedList'),
      quotation: current.isActive('blockquote'),
      link: current.isActive('link'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  })
}

export function Toolbar({ editor, onLink, onReference, onFind, onText, onImage, onNote, onPlace, ref }: ToolbarProps) {
  const state = useToolState(editor)
  const chain = () => editor.chain().focus()
  return (
    <RovingToolbar label={text.label} onLeave={() => editor.commands.focus()} {...(ref ? { ref } : {})}>
      <StyleSelect editor={editor} />
      <span className="tool-group">
        {MARKS.map(({ name, label, shortcut, face }) => (
          <Tool
            key={name}
            label={label}
            shortcut={shortcut}
            pressed={state.marks.includes(name)}
            onPress={() => chain().toggleMark(name).run()}
          >
            {face}
          </Tool>
        ))}
      </span>
      <span className="tool-group">
        <Tool label={text.bulletList} pressed={state.bulletList} onPress={() => chain().toggleBulletList().run()}>
          {text.faces.bulletList}
        </Tool>
        <Tool label={text.orderedList} pressed={state.orderedList} onPress={() => chain().toggleOrderedList().run()}>
          {text.faces.orderedList}
        </Tool>
        <Tool label={text.quotation} pressed={state.quotation} onPress={() => chain().toggleQuotation().run()}>
          “ ”
        </Tool>
      </span>
      <span className="tool-group">
        <TableMenu editor={editor} />
        <Tool label={text.reference} shortcut="#" onPress={onReference} />
        <Tool label={text.link} pressed={state.link} shortcut="Control+K" onPress={onLink} />
        {onText ? <Tool label={textMessages.insert} shortcut="/" onPress={onText} /> : null}
        <InsertMenu editor={editor} onImage={onImage} onNote={onNote} onPlace={onPlace} />
      </span>
      <span className="tool-group">
        {onFind ? <Tool label={text.find} shortcut="Control+F" onPress={onFind} /> : null}
        <Tool label={text.undo} shortcut="Control+Z" disabled={!state.canUndo} onPress={() => chain().undo().run()}>
          <Glyph name="undo" />
        </Tool>
        <Tool label={text.redo} shortcut="Control+Y" disabled={!state.canRedo} onPress={() => chain().redo().run()}>
          <Glyph name="redo" />
        </Tool>
      </span>
    </RovingToolbar>
  )
}

interface InsertMenuProps {
  editor: Editor
  onImage: (() => void) | undefined
  onNote: (() => void) | undefined
  onPlace: (() => void) | undefined
}

function InsertMenu({ editor, onImage, onNote, onPlace }: InsertMenuProps) {
  const fields = Object.entries(editorMessages.variables).map(([name, label]) => ({
    id: `field-${name}`,
    label: `${text.field}: ${label}`,
    run: () => afterMenu(() => editor.chain().focus().insertVariable(name).run()),
  }))
  const choices = [
    ...(onImage ? [{ id: 'image', label: imageMessages.menu, run: () => afterMenu(onImage) }] : []),
    ...(onNote ? [{ id: 'note', label: insideMessages.noteMenu, run: () => afterMenu(onNote) }] : []),
    ...(onPlace ? [{ id: 'place', label: insideMessages.placeMenu, run: () => afterMenu(onPlace) }] : []),
    ...(onPlace
      ? [
          {
            id: 'contents',
            label: insideMessages.contentsMenu,
            run: () => afterMenu(() => editor.chain().focus().insertContents().run()),
          },
        ]
      : []),
    {
      id: 'pageBreak',
      label: text.pageBreak,
      run: () => afterMenu(() => editor.chain().focus().insertPageBreak().run()),
    },
    {
      id: 'rule',
      label: text.rule,
      run: () => afterMenu(() => editor.chain().focus().insertContent({ type: 'horizontalRule' }).run()),
    },
    ...fields,
  ]
  return <Menu label={text.more} choices={choices} />
}

/** The menu gives the focus back to its button when it closes; the text takes it after that. */
export function afterMenu(act: () => void): void {
  setTimeout(act, 50)
}
