/**
 * Meeting point between a request about a confidential process that was not opened and the dialog that asks for the
 * password. Requests wait here instead of failing, so what was being typed survives the end of the half hour (SIG-01).
 */
type Listener = () => void

interface Waiting {
  process: string
  promise: Promise<boolean>
  settle: (opened: boolean) => void
}

let pending: Waiting | null = null
const listeners = new Set<Listener>()
let openings = 0

/** How often a process was opened here; a refusal of a request sent before the last time says nothing of now. */
export function openingsUntilNow(): number {
  return openings
}

function announce() {
  for (const listener of listeners) listener()
}

/** Resolves true once the process was opened, false if the person gave up; one process is asked about at a time. */
export async function waitForPassword(process: string): Promise<boolean> {
  if (pending && pending.process !== process) {
    await pending.promise
    return waitForPassword(process)
  }
  if (!pending) {
    let settle: (opened: boolean) => void = () => undefined
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    pending = { process, promise, settle }
    announce()
  }
  return pending.promise
}

export function settlePassword(opened: boolean): void {
  const current = pending
  pending = null
  if (opened) openings += 1
  announce()
  current?.settle(opened)
}

/** The process that waits for its password, if any. */
export function processWaiting(): string | null {
  return pending?.process ?? null
}

export function onSecretGate(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
