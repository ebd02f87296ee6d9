/**
 * Meeting point between a request refused for lack of session and the dialog that asks the password again.
 * Requests wait here instead of failing, so whatever was being typed or sent survives the end of the session (ACC-01).
 */
type Listener = (waiting: boolean) => void

let pending: { promise: Promise<boolean>; settle: (entered: boolean) => void } | null = null
const listeners = new Set<Listener>()
let entries = 0

/** How often somebody has entered again here; a refusal of a request sent before the last time says nothing of now. */
export function entriesUntilNow(): number {
  return entries
}

function announce() {
  for (const listener of listeners) listener(pending !== null)
}

/** Resolves true once the user has entered again, false if they gave up. */
export function waitForSession(): Promise<boolean> {
  if (!pending) {
    let settle: (entered: boolean) => void = () => undefined
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    pending = { promise, settle }
    announce()
  }
  return pending.promise
}

export function settleSession(entered: boolean): void {
  const current = pending
  pending = null
  if (entered) entries += 1
  announce()
  current?.settle(entered)
}

export function isWaitingForSession(): boolean {
  return pending !== null
}

export function onSessionGate(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
