import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { ApiProblem } from '../api/problem'
import { Message } from '../ds/Message'
import { formMessages } from '../messages/forms'

interface FormPageProps {
  title: ReactNode
  /** Takes the place of the plain title, when the page has tabs over the form. */
  head?: ReactNode
  onSubmit: () => void
  problem: ApiProblem | null
  /** True when the last attempt was refused by the form itself, before reaching the server. */
  refused: boolean
  /** Written and not saved yet: leaving asks first. */
  dirty: boolean
  actions: ReactNode
  children: ReactNode
}

/** Page with one form: the focus goes to the first field with a problem, and what was written is not lost by accident. */
export function FormPage({ title, head, onSubmit, problem, refused, dirty, actions, children }: FormPageProps) {
  const form = useRef<HTMLFormElement>(null)
  useBlocker({
    // oxlint-disable-next-line no-alert
    shouldBlockFn: () => dirty && !window.confirm(formMessages.leave),
    enableBeforeUnload: dirty,
  })
  const focusProblem = () => form.current?.querySelector<HTMLElement>('[aria-invalid=true], .field:has(> .field-error) input')?.focus()
  const wantsFocus = (problem?.fields.length ?? 0) > 0
  useEffect(() => {
    if (wantsFocus) focusProblem()
  }, [wantsFocus, problem])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
    // What the form refused is drawn after this act; each time it refuses again, it shows again where.
    setTimeout(focusProblem)
  }
  return (
    <form ref={form} className="sheet stack" noValidate onSubmit={submit}>
      {head ?? <h1>{title}</h1>}
      {children}
      {refused ? (
        <Message tone="danger" announced>
          {formMessages.problems}
        </Message>
      ) : null}
      {problem ? <FormProblem problem={problem} /> : null}
      <div className="row row-end form-actions">{actions}</div>
    </form>
  )
}

function FormProblem({ problem }: { problem: ApiProblem }) {
  return (
    <Message tone="danger" announced>
      <p>{problem.message}</p>
      {problem.fields.length > 0 ? (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.field + field.code}>{field.message}</li>
          ))}
        </ul>
      ) : null}
    </Message>
  )
}
