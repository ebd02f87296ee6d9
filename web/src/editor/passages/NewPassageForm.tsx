import { useState } from 'react'
import { commentPassage, type NewPassage, type Visibility } from '../../api/passages'
import { useAct } from '../../api/use-act'
import { Button } from '../../ds/Button'
import { Select, TextArea } from '../../ds/Field'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { passageMessages as text } from '../../messages/passages'
import type { Marked } from './written'

interface NewPassageFormProps {
  processId: string
  documentId: string
  marked: Marked
  flush: () => Promise<boolean>
  onDone: () => void
  onCancel: () => void
}

const VISIBILITIES = Object.keys(text.visibilities) as Visibility[]

/** What one has to say of the selected passage, and to whom (DOC-03). */
export function NewPassageForm({ processId, documentId, marked, flush, onDone, onCancel }: NewPassageFormProps) {
  const [words, setWords] = useState('')
  const [visibility, setVisibility] = useState<Visibility>('draft')
  const [refusal, setRefusal] = useState<string | undefined>()
  const send = useAct((input: NewPassage, key) => commentPassage(processId, documentId, input, key), {
    onDone: () => {
      announce(text.sent)
      onDone()
    },
  })
  const submit = async () => {
    const said = words.trim()
    setRefusal(said ? undefined : text.missing)
    if (!said || send.busy) return
    if (await flush()) await send.run({ ...marked, text: said, visibility })
    else setRefusal(text.saveFirst)
  }
  return (
    <form
      className="stack"
      aria-label={text.comment}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="small muted">{text.onPassage}</p>
      <blockquote className="passage-words">{readable(marked.words)}</blockquote>
      <TextArea
        label={text.words}
        rows={3}
        maxLength={2000}
        autoFocus
        value={words}
        onChange={setWords}
        error={send.field('text') ?? refusal}
      />
      <Select label={text.visibility} value={visibility} onChange={(chosen) => setVisibility(chosen as Visibility)}>
        {VISIBILITIES.map((each) => (
          <option key={each} value={each}>
            {text.visibilities[each]}
          </option>
        ))}
      </Select>
      <ErrorMessage error={send.error} />
      <div className="row">
        <Button small onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button small look="primary" type="submit" busy={send.busy}>
          {text.send}
        </Button>
      </div>
    </form>
  )
}

/** The passage as one reads it aloud: what is no text is left out. */
export function readable(words: string): string {
  return words.replaceAll('\ufffc', '…')
}
