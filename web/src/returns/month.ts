/** Months as `2026-11`, days as `2026-11-25`: civil, in no time zone. */
import { addDays } from '../time/format'

const LOCALE = 'pt-BR'
const MONTHS = 12
const WEEK = 7

export const monthOf = (day: string) => day.slice(0, 7)

/** The month some months later, or earlier. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * MONTHS + number - 1 + by
  return `${Math.floor(count / MONTHS)}-${String((count % MONTHS) + 1).padStart(2, '0')}`
}

/** The weeks of a month, Sunday first; null for the days of other months. */
export function weeksOf(month: string): (string | null)[][] {
  const days: (string | null)[] = []
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day)
  const blank = new Date(`${month}-01T12:00:00Z`).getUTCDay()
  const cells = [...Array.from({ length: blank }, () => null), ...days]
  while (cells.length % WEEK > 0) cells.push(null)
  return Array.from({ length: cells.length / WEEK }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK))
}

const written = (day: string, how: Intl.DateTimeFormatOptions) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(LOCALE, { timeZone: 'UTC', ...how })

/** `novembro de 2026` */
export const monthName = (month: string) => written(`${month}-01`, { month: 'long', year: 'numeric' })

/** `quarta-feira, 25 de novembro` */
export const dayName = (day: string) => written(day, { weekday: 'long', day: 'numeric', month: 'long' })
