import { useState } from 'react'
import type { Tenant } from '../api/types'

/** The city's coat of arms; a city without one, or whose file does not open, shows only its name. */
export function CoatOfArms({ tenant }: { tenant: Pick<Tenant, 'coat_of_arms' | 'name'> }) {
  const [broken, setBroken] = useState(false)
  const address = addressOf(tenant.coat_of_arms)
  if (!address || broken) return null
  return <img className="coat-of-arms" src={address} alt="" width={36} height={36} onError={() => setBroken(true)} />
}

function addressOf(value: string): string | null {
  if (!value) return null
  if (value.startsWith('<svg')) return `data:image/svg+xml,${encodeURIComponent(value)}`
  return /^(\/|data:image\/|https:\/\/)/.test(value) ? value : `/${value}`
}
