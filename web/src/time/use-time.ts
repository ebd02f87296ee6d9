import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../api/session'
import { civilDate, formatInstant, formatInstantDay, formatShort } from './format'

const DEFAULT_ZONE = 'America/Sao_Paulo'

/** Formatters bound to the tenant's time zone. */
export function useTime() {
  const zone = useQuery({ ...meQuery, enabled: false }).data?.tenant.time_zone ?? DEFAULT_ZONE
  return {
    zone,
    instant: (value: string) => formatInstant(value, zone),
    day: (value: string) => formatInstantDay(value, zone),
    short: (value: string) => formatShort(value, zone, new Date()),
    today: () => civilDate(new Date(), zone),
  }
}
