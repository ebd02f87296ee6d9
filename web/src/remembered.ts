/** What this computer remembers of how a person likes things; null where there is nothing, or nothing may be kept. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Null forgets it. Private windows may refuse: the choice then lasts only while the page is open. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Only a convenience is lost.
  }
}
