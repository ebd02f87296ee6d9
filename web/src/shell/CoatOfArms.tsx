import { useState } from 'react'
import type { Tenant } from '../api/types'
import { addressOfArms } from './city-look'

/** The city's coat of arms; a city without one, or whose file does not open, shows only its name. */
export function CoatOfArms({ tenant }: { tenant: Pick<Tenant, 'coat_of_arms' | 'name'> }) {
  const [broken, setBroken] = useState(false)
  const address = addressOfArms(tenant.coat_of_arms)
  if (!address || broken) return null
  return <img className="coat-of-arms" src={address} alt="" width={36} height={36} onError={() => setBroken(true)} />
}
