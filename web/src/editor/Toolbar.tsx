import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode, Ref } from 'react'
import { Menu } from '../ds/Menu'
import { textMessages } from '../messages/authoring'
import { editorMessages } from '../messages/editor'
import { imageMessages } from '../messages/images'
import { insideMessages } from '../messages/inside'
import { mentionMessages } from '../messages/mention'
import type { PaperView } from './paperView'
import { RovingToolbar } from './RovingToolbar'
import { StyleSelect } from './StyleSelect'
import { TableMenu } from './TableMenu'
import { Glyph } from '../ds/Glyph'

const text = editorMessages.toolbar

interface ToolbarProps {
  editor: Editor
  onLink: () => void
  onReference: () => void
  /** Absent where the text is no sheet. */
  view?: PaperView
  onView?: (view: PaperView) => void
  /** Absent inside a form, which has no place for another. */
  onFind?: () => void
  /** Absent where there is no document to insert a standard text into. */
  onText?: () => void
  /** Absent where there is no process whose people to name. */
  onMention?: () => void
  /** Absent where the text takes no pictures. */
  onImage?: () => void
  /** Absent where the text is only a part of documents to come. */
  onNote?: () => void
  onPlace?: () => void
  ref?: Ref<HTMLDivElement>
}

interface ToolProps {
  label: string
  /** A shorter word to be seen, or the word in the format that it gives; the whole label without it. */
  word?: ReactNode
  /** Goes before the word, never in its place. */
  sign?: ReactNode
  pressed?: boolean
  disabled?: boolean
  shortcut?: string
  onPress: () => void
}

/** A tool never leaves the Tab order when it does not apply now; it only says so. */
function Tool({ label, word, sign, pressed, disabled, shortcut, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={word ? label : undefined}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${label} (${shortcut.replace('Control', 'Ctrl')})` : label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) onPress()
      }}
    >
      {sign ? (
        <span className="tool-sign" aria-hidden="true">
          {sign}
        </span>
      ) : null}
      {word ?? label}
    </button>
  )
}

const MARKS = [
  { name: 'bold', label: text.bold, shortcut: 'Control+B', word: <b>{text.bold}</b> },
  { name: 'italic', label: text.italic, shortcut: 'Control+I', word: <i>{text.italic}</i> },
  { name: 'underline', label: text.underline, shortcut: 'Control+U', word: <u>{text.underline}</u> },
  { name: 'strike', label: text.strike, shortcut: 'Control+Shift+S', word: <s>{text.strike}</s> },
  { name: 'subscript', label: text.subscript, shortcut: 'Control+,', sign: text.signs.subscript },
  { name: 'superscript', label: text.superscript, shortcut: 'Control+.', sign: text.signs.superscript },
]

const VIEWS: PaperView[] = ['page', 'web']

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

export function Toolbar(props: ToolbarProps) {
  const { editor, onLink, onReference, onFind, onText, view, onView, ref, ...inserting } = props
  const state = useToolState(editor)
  const chain = () => editor.chain().focus()
  return (
    <RovingToolbar label={text.label} onLeave={() => editor.commands.focus()} {...(ref ? { ref } : {})}>
      <StyleSelect editor={editor} />
      <span className="tool-group">
        {MARKS.map(({ name, ...face }) => (
          <Tool
            key={name}
            {...face}
            pressed={state.marks.includes(name)}
            onPress={() => chain().toggleMark(name).run()}
          />
        ))}
      </span>
      <span className="tool-group">
        <Tool
          label={text.bulletList}
          word={text.list}
          sign={text.signs.bulletList}
          pressed={state.bulletList}
          onPress={() => chain().toggleBulletList().run()}
        />
        <Tool
          label={text.orderedList}
          sign={text.signs.orderedList}
          pressed={state.orderedList}
          onPress={() => chain().toggleOrderedList().run()}
        />
        <Tool
          label={text.quotation}
          word={text.block}
          sign={text.signs.quotation}
          pressed={state.quotation}
          onPress={() => chain().toggleQuotation().run()}
        />
      </span>
      <span className="tool-group">
        <TableMenu editor={editor} />
        <Tool label={text.reference} shortcut="#" onPress={onReference} />
        <Tool label={text.link} pressed={state.link} shortcut="Control+K" onPress={onLink} />
        {onText ? <Tool label={textMessages.insert} shortcut="/" onPress={onText} /> : null}
        <InsertMenu editor={editor} {...inserting} />
      </span>
      <span className="tool-group">
        {onFind ? <Tool label={text.find} shortcut="Control+F" onPress={onFind} /> : null}
        <Tool
          label={text.undo}
          sign={<Glyph name="undo" />}
          shortcut="Control+Z"
          disabled={!state.canUndo}
          onPress={() => chain().undo().run()}
        />
        <Tool
          label={text.redo}
          sign={<Glyph name="redo" />}
          shortcut="Control+Y"
          disabled={!state.canRedo}
          onPress={() => chain().redo().run()}
        />
      </span>
      {onView ? (
        <span className="tool-group">
          {VIEWS.map((one) => (
            <Tool key={one} {...text.views[one]} pressed={view === one} onPress={() => onView(one)} />
          ))}
        </span>
      ) : null}
    </RovingToolbar>
  )
}

type InsertMenuProps = Pick<ToolbarProps, 'editor' | 'onMention' | 'onImage' | 'onNote' | 'onPlace'>

function InsertMenu({ editor, onMention, onImage, onNote, onPlace }: InsertMenuProps) {
  const fields = Object.entries(editorMessages.variables).map(([name, label]) => ({
    id: `field-${name}`,
    label: `${text.field}: ${label}`,
    run: () => afterMenu(() => editor.chain().focus().insertVariable(name).run()),
  }))
  const choices = [
    ...(onMention ? [{ id: 'mention', label: mentionMessages.menu, run: () => afterMenu(onMention) }] : []),
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
