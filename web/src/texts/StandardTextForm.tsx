import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { saveStandardText, type StandardText, type StandardTextInput } from '../api/authoring'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { TextField } from '../ds/Field'
import { announce } from '../ds/toast'
import { type DocumentContent, toContent } from '../editor/content'
import { LinkDialog } from '../editor/LinkDialog'
import { ReferenceDialog } from '../editor/ReferenceDialog'
import { focusToolbar } from '../editor/RovingToolbar'
import { TextPlace } from '../editor/TextPlace'
import { Toolbar } from '../editor/Toolbar'
import { useDocumentEditor } from '../editor/useDocumentEditor'
import { useEditorShortcuts } from '../editor/useEditorShortcuts'
import { FormPage } from '../forms/FormPage'
import { textMessages as text } from '../messages/authoring'
import '../editor/editor.css'
import '../editor/paper.css'
import './texts.css'

const SHORTCUT = /^([a-z0-9][a-z0-9-]{0,29})?$/
const EMPTY: DocumentContent = {
  schema: 1,
  type: 'doc',
  content: [{ type: 'section', attrs: { role: 'body', locked: false, dynamic: false }, content: [{ type: 'paragraph' }] }],
}

type Asking = 'reference' | 'link' | null

interface StandardTextFormProps {
  /** The text to change; a new one without it. */
  text: StandardText | null
  onSaved: () => void
}

/** Name, shortcut and the text itself, with the tools of the documents' editor (DOC-06). */
export function StandardTextForm({ text: known, onSaved }: StandardTextFormProps) {
  const [name, setName] = useState(known?.name ?? '')
  const [shortcut, setShortcut] = useState(known?.shortcut ?? '')
  const [active, setActive] = useState(known?.active ?? true)
  const [dirty, setDirty] = useState(false)
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState<Asking>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const content = (known?.content as unknown as DocumentContent | undefined) ?? EMPTY
  const editor = useDocumentEditor({
    content,
    label: text.textLabel,
    editable: true,
    onChanged: () => setDirty(true),
    onBlur: () => undefined,
    onReferenceRequested: () => setAsking('reference'),
  })
  const save = useAct((input: StandardTextInput, key) => saveStandardText(known, input, key), {
    onDone: () => {
      setDirty(false)
      announce(text.saved)
      onSaved()
    },
  })
  const nameProblem = name.trim() ? undefined : text.nameMissing
  const shortcutProblem = SHORTCUT.test(shortcut) ? undefined : text.shortcutWrong
  const submit = () => {
    setChecked(true)
    if (nameProblem || shortcutProblem) return
    void save.run({ name: name.trim(), shortcut, active, content: toContent(editor.getJSON()) })
  }
  useEditorShortcuts({
    onSave: submit,
    onLink: () => setAsking('link'),
    onToolbar: () => focusToolbar(toolbar.current),
  })
  const close = () => {
    setAsking(null)
    setTimeout(() => editor.commands.focus())
  }
  return (
    <>
    <FormPage
      title={known ? text.editTitle : text.newTitle}
      onSubmit={submit}
      problem={save.error}
      refused={checked && Boolean(nameProblem ?? shortcutProblem)}
      dirty={dirty && !save.busy}
      actions={
        <>
          <Link to="/textos-padrao">{text.back}</Link>
          <Button type="submit" look="primary" busy={save.busy}>
            {text.save}
          </Button>
        </>
      }
    >
      <TextField
        label={text.name}
        required
        maxLength={100}
        autoComplete="off"
        value={name}
        onChange={setName}
        error={save.field('name') ?? (checked ? nameProblem : undefined)}
      />
      <TextField
        label={text.shortcut}
        hint={text.shortcutHint}
        className="field-short"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={shortcut}
        onChange={setShortcut}
        error={save.field('shortcut') ?? (checked ? shortcutProblem : undefined)}
      />
      <Checkbox label={text.active} hint={text.activeHint} checked={active} onChange={setActive} />
      <div className="text-editor">
        <Toolbar
          editor={editor}
          ref={toolbar}
          onLink={() => setAsking('link')}
          onReference={() => setAsking('reference')}
        />
        <TextPlace editor={editor} />
      </div>
    </FormPage>
      {asking === 'reference' ? (
        <ReferenceDialog
          onClose={close}
          onInsert={(reference) => {
            setAsking(null)
            setTimeout(() => editor.chain().focus().insertReference(reference).run())
          }}
        />
      ) : null}
      {asking === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
    </>
  )
}
