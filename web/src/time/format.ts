import { timeMessages as text } from '../messages/time'

/** Dates as the city reads them: always in the tenant's time zone, never in the browser's. */
const LOCALE = 'pt-BR'
/** The locale that writes a date as `YYYY-MM-DD`. */
const CIVIL_LOCALE = 'sv-SE'
const HOUR_AND_MINUTE = { hour: '2-digit', minute: '2-digit' } as const

/** By zone. Making one costs the browser as much as writing a hundred dates with it. */
type Writers = Record<'day' | 'time' | 'civil', Intl.DateTimeFormat>
const made = new Map<string, Writers>()

function writersOf(zone: string): Writers {
  const kept = made.get(zone)
  if (kept) return kept
  const writers = {
    day: new Intl.DateTimeFormat(LOCALE, { timeZone: zone }),
    time: new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...HOUR_AND_MINUTE }),
    civil: new Intl.DateTimeFormat(CIVIL_LOCALE, { timeZone: zone }),
  }
  made.set(zone, writers)
  return writers
}

/** `23/11/2026 às 10:32` for an instant. */
export function formatInstant(instant: string, zone: string): string {
  const date = new Date(instant)
  const { day, time } = writersOf(zone)
  return text.at(day.format(date), time.format(date))
}

/** `23/11/2026` for an instant. */
export function formatInstantDay(instant: string, zone: string): string {
  return writersOf(zone).day.format(new Date(instant))
}

/** Today as `10:32`, this year as `23/11`, otherwise `23/11/2025`: what a narrow column needs. */
export function formatShort(instant: string, zone: string, now: Date): string {
  const date = new Date(instant)
  const day = civilDate(date, zone)
  const today = civilDate(now, zone)
  if (day === today) return writersOf(zone).time.format(date)
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return sameYear ? `${day.slice(8)}/${day.slice(5, 7)}` : formatCivil(day)
}

/** `23/11/2026` for a civil date `2026-11-23`; an instant is accepted too and only its date is read. */
export function formatCivil(civil: string): string {
  const [year, month, day] = civil.slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

/** Civil date `YYYY-MM-DD` of an instant in a zone. */
export function civilDate(date: Date, zone: string): string {
  return writersOf(zone).civil.format(date)
}

/** Civil date some days after another; months and years roll over. */
export function addDays(civil: string, days: number): string {
  const date = new Date(`${civil}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const SIZE_STEP = 1024

/** `1,4 MB` */
export function formatSize(bytes: number): string {
  if (bytes < SIZE_STEP) return `${bytes} B`
  const kilobytes = bytes / SIZE_STEP
  if (kilobytes < SIZE_STEP) return `${Math.round(kilobytes)} KB`
  const gigabytes = kilobytes / SIZE_STEP ** 2
  if (gigabytes >= 1) return `${gigabytes.toLocaleString(LOCALE, { maximumFractionDigits: 1 })} GB`
  return `${(kilobytes / SIZE_STEP).toLocaleString(LOCALE, { maximumFractionDigits: 1 })} MB`
}
