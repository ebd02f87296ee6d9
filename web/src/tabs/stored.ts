import { keptHere } from '../environment'

export const KEY = keptHere('iperoig.tabs')

/** Whether this window has tabs from before it was loaded. */
export function hasTabs(): boolean {
  try {
    return (sessionStorage.getItem(KEY) ?? '').includes('address')
  } catch {
    return false
  }
}

let wanted = hasTabs()
const listeners = new Set<() => void>()

/** Whether there is something for the strip to show: who keeps no tabs does not load it. */
export const tabsWanted = () => wanted

export function onTabsWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function wantTabs(): void {
  wanted = true
  for (const listener of listeners) listener()
}

/** Whoever leaves takes them along; the page is loaded anew after it. */
export function forgetTabs(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}
