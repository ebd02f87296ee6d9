import { useQuery } from '@tanstack/react-query'
import { powersQuery } from '../api/administration'

/** What a profile is called. */
export function useProfiles(): (code: string) => string {
  const { data } = useQuery(powersQuery)
  return (code) => data?.profiles.find((one) => one.code === code)?.name ?? code
}
