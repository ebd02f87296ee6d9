import { useCallback, useRef, useState } from 'react'
import { ApiProblem } from './problem'

interface Act<Input, Output> {
  run: (input: Input) => Promise<Output | undefined>
  busy: boolean
  error: ApiProblem | null
  /** Sentence for one field of the form, when the API refused it. */
  field: (name: string) => string | undefined
  clear: () => void
}

interface ActOptions<Input, Output> {
  onDone?: (output: Output, input: Input) => void | Promise<void>
}

/**
 * One act of the person on the API. When the outcome is unknown (no connection, server failure) and the same thing is
 * confirmed again, the same Idempotency-Key goes along, so an act that had in fact happened does not happen twice.
 */
export function useAct<Input, Output>(
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  options: ActOptions<Input, Output> = {},
): Act<Input, Output> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiProblem | null>(null)
  const attempt = useRef<{ key: string; input: string } | null>(null)
  const latest = useRef({ send, options })
  latest.current = { send, options }

  const run = useCallback(async (input: Input) => {
    const text = JSON.stringify(input) ?? ''
    if (attempt.current?.input !== text) attempt.current = { key: crypto.randomUUID(), input: text }
    setBusy(true)
    setError(null)
    try {
      const output = await latest.current.send(input, attempt.current.key)
      attempt.current = null
      await latest.current.options.onDone?.(output, input)
      return output
    } catch (thrown) {
      const problem = thrown instanceof ApiProblem ? thrown : new ApiProblem(500, { code: 'unknown' })
      if (!isOutcomeUnknown(problem)) attempt.current = null
      setError(problem)
      return undefined
    } finally {
      setBusy(false)
    }
  }, [])

  const clear = useCallback(() => setError(null), [])
  return { run, busy, error, field: (name) => error?.field(name), clear }
}

function isOutcomeUnknown(problem: ApiProblem): boolean {
  return problem.status === 0 || problem.status >= 500
}
