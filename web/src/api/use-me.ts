import { useQuery } from '@tanstack/react-query'
import { meQuery } from './session'
import type { Me } from './types'

/** Who is here. Only for what is drawn inside the signed-in routes, which load it before anything else. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('useMe outside the signed-in routes')
  return data
}
