import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/DialogWhenOpened'
import { TextField } from '../ds/Field'
import { editorMessages } from '../messages/editor'
import { safeHref } from './schema/marks'

const text = editorMessages.link

function applyLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus()
  const { empty } = editor.state.selection
  if (editor.isActive('link')) chain.extendMarkRange('link').setHyperlink(href).run()
  else if (empty) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  else chain.setHyperlink(href).run()
}

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState(String(editor.getAttributes('link')['href'] ?? ''))
  const [error, setError] = useState<string>()
  const submit = () => {
    const href = safeHref(address)
    if (!href) {
      setError(text.invalid)
      return
    }
    onClose()
    setTimeout(() => applyLink(editor, href))
  }
  return (
    <FormDialog title={text.title} confirm={text.apply} onClose={onClose} onSubmit={submit}>
      <TextField
        label={text.address}
        hint={text.hint}
        error={error}
        value={address}
        onChange={setAddress}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      {editor.isActive('link') ? (
        <div>
          <Button
            look="secondary"
            onClick={() => {
              onClose()
              setTimeout(() => editor.chain().focus().removeHyperlink().run())
            }}
          >
            {text.remove}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  )
}
