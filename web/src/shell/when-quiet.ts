const FIRST_WAIT_MS = 3_000
const LONGEST_WAIT_MS = 2_000

/**
 * Runs it once the screen had time to come and the browser has nothing better to do: for what will be needed, but not
 * yet. A browser that waits for the network has nothing to do either, so that idleness alone says too little.
 */
export function whenQuiet(run: () => void): () => void {
  let asked = 0
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in window) asked = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS })
    else run()
  }, FIRST_WAIT_MS)
  return () => {
    clearTimeout(timer)
    if (asked) cancelIdleCallback(asked)
  }
}
