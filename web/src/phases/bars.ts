import type { Checkpoint } from '../api/desk-types'
import type { Tally } from '../api/panel'

/** How many processes are in a phase: with the unit, and gone but not taken off it. */
export interface Bar {
  id: string
  name: string
  here: number
  left: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** In the administration's order; one that rests is shown while something is still in it. */
export function barsOf(checkpoints: Checkpoint[], here: Tally[], left: Tally[]): Bar[] {
  const count = (tallies: Tally[], id: string) => tallies.find((tally) => tally.id === id)?.count ?? 0
  return checkpoints.flatMap(({ id, name, active }) => {
    const bar = { id, name, here: count(here, id), left: count(left, id) }
    return active || bar.here + bar.left > 0 ? [bar] : []
  })
}

/** From one civil date to another. */
export const daysBetween = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS))
