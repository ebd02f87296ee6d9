import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '../ds/Button'
import { soughtFieldMessages as text } from '../messages/process'
import { useShortcuts } from '../shell/shortcuts'
import { useSought } from './sought'

/** Words to look for in the documents of the process; what was asked for is in the address. */
export function SoughtField() {
  const sought = useSought()
  const [words, setWords] = useState(sought)
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useEffect(() => setWords(sought), [sought])
  useShortcuts({ sought: () => field.current?.focus() })
  const go = (achar: string) => void navigate({ to: '.', search: (now) => ({ ...now, achar: achar || undefined }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(words.trim())
  }
  return (
    <search>
      <form className="sought-form" onSubmit={submit}>
        <input
          ref={field}
          type="search"
          className="input"
          aria-label={text.label}
          placeholder={text.placeholder}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button small look="secondary" type="submit">
          {text.find}
        </Button>
        {sought ? (
          <Button small onClick={() => go('')}>
            {text.clear}
          </Button>
        ) : null}
      </form>
    </search>
  )
}
