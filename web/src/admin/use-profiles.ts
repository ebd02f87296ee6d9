import { useQuery } from '@tanstack/react-query'
import { powersQuery } from '../api/administration'
import { userMessages as text } from '../messages/administration'

/** What a profile is called, and whether the city has put it out of use. */
export function useProfiles(): (code: string) => string {
  const { data } = useQuery(powersQuery)
  return (code) => {
    const found = data?.profiles.find((one) => one.code === code)
    if (!found) return code
    return found.active ? found.name : text.inactiveProfile(found.name)
  }
}
