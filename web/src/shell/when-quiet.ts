const LONGEST_WAIT_MS = 5_000

/** Runs it once the screen is drawn and the browser has nothing better to do: for what will be needed, but not yet. */
export function whenQuiet(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, LONGEST_WAIT_MS)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS })
  return () => cancelIdleCallback(asked)
}
