import type { PathLeg, RoutingPath } from '../api/path'

export const LANE = 132
export const ROW = 30
export const HEAD = 64
const EDGE = 64
const DATES = 84
const FOOT = 40

export interface Lane {
  id: string
  acronym: string
  open: boolean
  /** It never kept the process: a sending to it was undone. */
  never: boolean
  x: number
}

export interface Arrow {
  leg: PathLeg
  from: number
  to: number
  y: number
  /** Written beside the first arrow of a sending only. */
  sentAt: string | null
  look: 'arrived' | 'waiting' | 'overdue' | 'undone'
}

export interface Layout {
  lanes: Lane[]
  arrows: Arrow[]
  width: number
  height: number
}

/** Where each unit and each sending is drawn: a lane per unit, from the oldest sending down to the newest. */
export function layOut(path: RoutingPath): Layout {
  const known = path.units.map((stop) => ({ id: stop.unit.id, acronym: stop.unit.acronym, open: stop.open, never: false }))
  const named = path.steps.flatMap((step) => [step.origin, ...step.legs.map((leg) => leg.to)])
  const others = named.filter((unit, place) => named.findIndex((one) => one.id === unit.id) === place && !known.some((one) => one.id === unit.id))
  const lanes = [...known, ...others.map((unit) => ({ ...unit, open: false, never: true }))].map((lane, place) => ({
    ...lane,
    x: DATES + EDGE + place * LANE,
  }))
  const place = new Map(lanes.map((lane) => [lane.id, lane.x]))
  const arrows = path.steps.flatMap((step) =>
    step.legs.map((leg, position) => ({
      leg,
      from: place.get(step.origin.id) ?? 0,
      to: place.get(leg.to.id) ?? 0,
      y: 0,
      sentAt: position === 0 ? step.sent_at : null,
      look: lookOf(leg),
    })),
  )
  const placed = arrows.map((arrow, row) => ({ ...arrow, y: HEAD + (row + 1) * ROW }))
  return {
    lanes,
    arrows: placed,
    width: DATES + EDGE * 2 + Math.max(lanes.length - 1, 0) * LANE,
    height: HEAD + (placed.length + 1) * ROW + FOOT,
  }
}

function lookOf(leg: PathLeg): Arrow['look'] {
  if (leg.status === 'undone') return 'undone'
  if (leg.overdue) return 'overdue'
  return leg.status === 'waiting_receipt' ? 'waiting' : 'arrived'
}
