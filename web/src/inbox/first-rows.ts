import { startTransition, useEffect, useMemo, useState } from 'react'
import type { Group } from './arrange'

/** More than a screen shows. */
const FIRST_ROWS = 20

/** Whether a list was drawn whole since the page came. */
let drawn = false

/**
 * The rows to draw: when the page comes, those on the screen at once and the others right after, piece by piece, so
 * that keys are answered meanwhile. From then on every list is drawn whole: it was left at some place, and opens there.
 */
export function useFirstRows(groups: Group[]): Group[] {
  const [whole, setWhole] = useState(drawn)
  useEffect(() => {
    if (whole || groups.length === 0) return
    drawn = true
    startTransition(() => setWhole(true))
  }, [whole, groups.length])
  return useMemo(() => (whole || groups.length > 1 ? groups : groups.map((one) => ({ ...one, rows: one.rows.slice(0, FIRST_ROWS) }))), [whole, groups])
}
