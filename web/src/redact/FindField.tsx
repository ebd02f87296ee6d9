import { useState } from 'react'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { redactMessages as text } from '../messages/redact'

/** Conceals every place where some words are written; says how many there were. */
export function FindField({ onFind }: { onFind: (words: string) => number | Promise<number> }) {
  const [words, setWords] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const find = async () => {
    if (!words.trim()) return
    setBusy(true)
    try {
      const count = await onFind(words)
      setSaid(count === 0 ? text.notFound : text.found(count))
      if (count > 0) setWords('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="redact-find"
      onSubmit={(event) => {
        event.preventDefault()
        void find()
      }}
    >
      <TextField label={text.find} hint={text.findHint} value={words} onChange={setWords} />
      <Button type="submit" look="secondary" busy={busy}>
        {text.findAct}
      </Button>
      <p role="status" className="small">
        {said}
      </p>
    </form>
  )
}
