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

/** Whoever leaves takes them along; the page is loaded anew after it. */
export function forgetTabs(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}
