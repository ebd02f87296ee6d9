import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { findByNumber } from '../api/directory'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { shellMessages as text } from '../messages/shell'

/** Goes straight to a process or document by its number, with or without punctuation. */
export function FindBox() {
  const [number, setNumber] = useState('')
  const navigate = useNavigate()
  const find = useAct((wanted: string) => findByNumber(wanted), {
    onDone: async (found) => {
      setNumber('')
      if (found.document) {
        const params = { processId: found.process, documentId: found.document }
        await navigate({ to: '/processo/$processId/documento/$documentId', params })
      } else {
        await navigate({ to: '/processo/$processId', params: { processId: found.process } })
      }
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = number.trim()
    if (wanted) void find.run(wanted)
  }
  const problem = find.error?.status === 404 ? text.findNothing(number.trim()) : find.error?.message
  return (
    <search className="find">
      <form className="find-form" onSubmit={submit} aria-busy={find.busy}>
        <input
          id="busca"
          className="input"
          type="search"
          inputMode="search"
          autoComplete="off"
          aria-label={text.findLabel}
          aria-describedby={problem ? 'busca-problema' : undefined}
          placeholder={text.findPlaceholder}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value)
            find.clear()
          }}
        />
        <Button type="submit" look="secondary" busy={find.busy}>
          {text.find}
        </Button>
      </form>
      {problem ? (
        <p id="busca-problema" className="find-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </search>
  )
}
