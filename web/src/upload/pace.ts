import type { QueuedFile } from './queue'

/** How much had gone at a moment. */
export interface Sample {
  at: number
  sent: number
}

const WINDOW_MS = 20_000
/** Before so long nothing is promised. */
const LEAST_MS = 2000

/** What was seen of the last moments. A file taken off the list, or sent again, begins anew. */
export function observe(samples: readonly Sample[], at: number, sent: number): Sample[] {
  const before = samples.at(-1)
  if (before && sent < before.sent) return [{ at, sent }]
  return [...samples.filter((sample) => at - sample.at <= WINDOW_MS), { at, sent }]
}

export function secondsLeft(samples: readonly Sample[], left: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || left <= 0) return null
  const [lasted, gone] = [last.at - first.at, last.sent - first.sent]
  return lasted >= LEAST_MS && gone > 0 ? Math.ceil((left * lasted) / gone / 1000) : null
}

export function sentOf({ phase, size, progress }: QueuedFile): number {
  if (phase === 'sending') return size * progress
  return phase === 'inspecting' || phase === 'accepted' ? size : 0
}

export interface Going {
  files: number
  settled: number
  bytes: number
  sent: number
}

/** All that goes or went; what was refused, given up or not sent is not counted. */
export function goingOf(files: readonly QueuedFile[]): Going {
  const counted = files.filter(({ phase }) => !['refused', 'failed', 'cancelled'].includes(phase))
  return {
    files: counted.length,
    settled: counted.filter(({ phase }) => phase === 'accepted').length,
    bytes: counted.reduce((sum, { size }) => sum + size, 0),
    sent: counted.reduce((sum, file) => sum + sentOf(file), 0),
  }
}
