import { expect, test } from 'vitest'
import type { PathLeg, RoutingPath } from '../../src/api/path'
import { layOut } from '../../src/map/layout'

const unit = (id: string) => ({ id, acronym: id.toUpperCase(), name: id })
const leg = (to: string, changes: Partial<PathLeg> = {}): PathLeg => ({
  routing: `r-${to}`,
  to: unit(to),
  received_at: null,
  returned_at: null,
  return_due: null,
  status: 'received',
  overdue: false,
  sentence: '',
  ...changes,
})
const stop = (id: string, open: boolean) => ({ unit: unit(id), open, received: true, since: '', left_at: null })
const path = (...steps: RoutingPath['steps']): RoutingPath => ({ units: [stop('a', false), stop('b', true)], steps, complete: true })
const step = (origin: string, legs: PathLeg[]) => ({ origin: unit(origin), sent_at: `em ${origin}`, legs, notice: null })

test('each sending has its own row, from the oldest down, and only its first arrow has the date', () => {
  const { arrows, lanes } = layOut(path(step('a', [leg('b'), leg('c')]), step('b', [leg('a')])))
  expect(arrows.map((arrow) => arrow.sentAt)).toEqual(['em a', null, 'em b'])
  expect(arrows.every((arrow, place) => place === 0 || arrow.y > (arrows[place - 1]?.y ?? 0))).toBe(true)
  expect(arrows[0]?.from).toBe(lanes[0]?.x)
  expect(arrows[0]?.to).toBe(lanes[1]?.x)
  expect(arrows[2]?.to).toBe(lanes[0]?.x)
})

test('a unit whose only sending was undone has a lane that says so', () => {
  const { lanes, arrows } = layOut(path(step('a', [leg('c', { status: 'undone' })])))
  expect(lanes.map((lane) => [lane.acronym, lane.open, lane.never])).toEqual([
    ['A', false, false],
    ['B', true, false],
    ['C', false, true],
  ])
  expect(arrows[0]?.look).toBe('undone')
})

test('what is overdue looks so, before it looks like waiting', () => {
  const looks = layOut(path(step('a', [leg('b', { status: 'waiting_receipt' }), leg('c', { status: 'waiting_receipt', overdue: true })]))).arrows
  expect(looks.map((arrow) => arrow.look)).toEqual(['waiting', 'overdue'])
})

test('everything drawn fits in the drawing', () => {
  const { lanes, arrows, width, height } = layOut(path(step('a', [leg('b'), leg('c'), leg('d')])))
  expect(Math.max(...lanes.map((lane) => lane.x)) + 58).toBeLessThan(width)
  expect(Math.max(...arrows.map((arrow) => arrow.y))).toBeLessThan(height)
})
