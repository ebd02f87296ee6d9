import { expect, test } from 'vitest'
import { dayName, monthName, shiftMonth, weeksOf } from '../../src/returns/month'
import { readReturnsSearch } from '../../src/returns/search'

test('the month before January is December of the year before, and back', () => {
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-11', -23)).toBe('2024-12')
})

test('weeks begin on Sunday, are whole, and hold each day of the month once', () => {
  for (const [month, days, first] of [['2026-11', 30, 0], ['2026-02', 28, 0], ['2028-02', 29, 2], ['2026-08', 31, 6]] as const) {
    const weeks = weeksOf(month)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks.flat().filter(Boolean)).toHaveLength(days)
    expect(weeks[0]?.indexOf(`${month}-01`)).toBe(first)
    expect(weeks.every((week) => week.some(Boolean))).toBe(true)
  }
})

test('days and months are written as the city reads them', () => {
  expect(dayName('2026-11-25')).toBe('quarta-feira, 25 de novembro')
  expect(monthName('2026-11')).toBe('novembro de 2026')
})

test('an address with a month that does not exist opens the present one', () => {
  expect(readReturnsSearch({ mes: '2026-13', so: 'outros' })).toEqual({})
  expect(readReturnsSearch({ mes: '2026-12', so: 'devolver' })).toEqual({ mes: '2026-12', so: 'devolver' })
})
