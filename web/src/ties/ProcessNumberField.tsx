import { useState } from 'react'
import { findByNumber } from '../api/directory'
import { ApiProblem, sentenceForError } from '../api/problem'
import { TextField } from '../ds/Field'
import { tieDialogMessages as text } from '../messages/ties'

export interface NumberLookup {
  value: string
  problem: string | undefined
  change: (value: string) => void
  /** The process that has the number; null when there is none, and the field says why. */
  find: () => Promise<string | null>
}

/** A process named by its number, looked up when the dialog is confirmed. */
export function useNumberLookup(own: string, required: boolean): NumberLookup {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const refuse = (why: string) => {
    setProblem(why)
    return null
  }
  const find = async () => {
    const wanted = value.trim()
    if (!wanted) return required ? refuse(text.numberMissing) : ''
    try {
      const found = await findByNumber(wanted)
      if (found.document) return refuse(text.numberOfDocument)
      return found.process === own ? refuse(text.numberSame) : found.process
    } catch (error) {
      const unknown = error instanceof ApiProblem && error.status === 404
      return refuse(unknown ? text.numberUnknown : sentenceForError(error))
    }
  }
  const change = (now: string) => {
    setValue(now)
    setProblem(undefined)
  }
  return { value, problem, change, find }
}

interface FieldProps {
  lookup: NumberLookup
  label?: string
  hint?: string
  required?: boolean
  autoFocus?: boolean
}

export function ProcessNumberField({ lookup, label = text.number, hint = text.numberHint, ...rest }: FieldProps) {
  return (
    <TextField
      {...rest}
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      value={lookup.value}
      onChange={lookup.change}
      error={lookup.problem}
    />
  )
}
