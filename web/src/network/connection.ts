import { API_BASE } from '../api/client'
import { waitWhileUnreached } from '../api/query-client'

/**
 * Whether the system can be reached: as the browser says, and as the requests find out, for a network may be there and
 * lead nowhere. While it cannot, it is tried by itself; readings that were asked for wait, and are taken on return.
 */
const FIRST_TRY_MS = 2000
const LONGEST_TRY_MS = 30_000
const PATIENCE_MS = 10_000
/** A connection that falls again within this time is tried less and less often. */
const STEADY_MS = 60_000

let connected = true
let losses = 0
let tries = 0
let returnedAt = Number.NEGATIVE_INFINITY
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export const isConnected = () => connected
export const lossesUntilNow = () => losses

export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Resolves when the system can be reached, at once if it can. */
export async function connection(): Promise<void> {
  if (connected) return
  await new Promise<void>((resolve) => {
    const stop = onConnection(() => {
      if (!connected) return
      stop()
      resolve()
    })
  })
}

/** Asks whether somebody answers there now. */
export async function tryNow(): Promise<void> {
  clearTimeout(timer)
  try {
    await fetch(`${API_BASE}/health`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    setConnected(true)
  } catch {
    setConnected(false)
  }
}

export function setConnected(reached: boolean): void {
  if (reached && connected) return
  clearTimeout(timer)
  if (reached) {
    returnedAt = Date.now()
  } else {
    if (connected && Date.now() - returnedAt > STEADY_MS) tries = 0
    timer = setTimeout(() => void tryNow(), Math.min(FIRST_TRY_MS * 2 ** tries, LONGEST_TRY_MS))
    tries += 1
  }
  if (reached === connected) return
  if (!reached) losses += 1
  connected = reached
  for (const listener of listeners) listener()
}

/** Begins to watch; what Query asks for waits while nothing can be reached. */
export function watchConnection(): void {
  waitWhileUnreached((setOnline) => onConnection(() => setOnline(connected)))
  window.addEventListener('offline', () => setConnected(false))
  window.addEventListener('online', () => void tryNow())
  if (!navigator.onLine) setConnected(false)
}
