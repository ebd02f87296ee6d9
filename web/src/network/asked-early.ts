declare global {
  /** What `early.js` asked for before the application came, by address. */
  // oxlint-disable-next-line no-var, vars-on-top -- so that it is one of the names of the page
  var early: Map<string, Promise<Response>> | undefined
}

/** Later it would be old. */
const HOLDS_MS = 10_000

/** The answer to what was asked before the application came: each once, and none after an act, which it may not know of. */
export function askedEarly(method: string, url: string): Promise<Response> | undefined {
  const { early } = globalThis
  if (!early) return undefined
  if (method !== 'GET' || performance.now() > HOLDS_MS) {
    early.clear()
    return undefined
  }
  const answer = early.get(url)
  early.delete(url)
  return answer
}
