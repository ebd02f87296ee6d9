/** The step that is being shown where it is done, in this tab, from screen to screen. */
const STORED = 'iperoig.indicacao'
const listeners = new Set<() => void>()

export function shownStep(): string | null {
  return sessionStorage.getItem(STORED)
}

export function showStep(step: string | null): void {
  if (step) sessionStorage.setItem(STORED, step)
  else sessionStorage.removeItem(STORED)
  for (const listener of listeners) listener()
}

export function onShown(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const ENTERED = 'iperoig.entrou'

/** Whether the person has just come in by the door, and was not told yet what to begin with. */
export const hasEntered = () => sessionStorage.getItem(ENTERED) === 'sim'

export const rememberEntering = () => sessionStorage.setItem(ENTERED, 'sim')

export const forgetEntering = () => sessionStorage.removeItem(ENTERED)
