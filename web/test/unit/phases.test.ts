import { expect, it } from 'vitest'
import { barsOf, daysBetween } from '../../src/phases/bars'

const phase = (id: string, active = true) => ({ id, name: id, active, used: true })
const tally = (id: string, count: number) => ({ id, name: id, count })

/** TRA-12. */
it('counts each phase in the order of the administration, with the unit and gone', () => {
  const bars = barsOf([phase('analise'), phase('decisao')], [tally('decisao', 3), tally('none', 9)], [tally('analise', 2)])
  expect(bars).toEqual([
    { id: 'analise', name: 'analise', here: 0, left: 2 },
    { id: 'decisao', name: 'decisao', here: 3, left: 0 },
  ])
})

it('shows a phase that rests only while something is in it', () => {
  expect(barsOf([phase('velha', false), phase('usada', false)], [], [tally('usada', 1)]).map((bar) => bar.id)).toEqual(['usada'])
})

it('counts days of the calendar', () => {
  expect(daysBetween('2026-11-20', '2026-11-27')).toBe(7)
  expect(daysBetween('2026-11-27', '2026-11-27')).toBe(0)
})
