import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { unitsQuery } from '../api/directory'
import type { UnitLite } from '../api/types'

/**
 * A choice of the screen that its address says: it is there after a reload, and in the link that a colleague gets. No
 * step of the way back: who looks around in a list does not have to go back through every look. Never for what may be
 * a person's name or number, which addresses keep for too long.
 */
export function useInAddress(name: string, usual = ''): [string, (value: string) => void] {
  const { history } = useRouter()
  const [value, setValue] = useState(() => new URLSearchParams(window.location.search).get(name) ?? usual)
  const change = (chosen: string) => {
    setValue(chosen)
    const address = new URL(window.location.href)
    if (chosen === usual) address.searchParams.delete(name)
    else address.searchParams.set(name, chosen)
    history.replace(address.pathname + address.search + address.hash)
  }
  return [value, change]
}

/** The unit that the screen is about, by its acronym; one's own where the address says none; null until it is found. */
export function useUnitInAddress(own: UnitLite): [UnitLite | null, (unit: UnitLite) => void] {
  const [acronym, say] = useInAddress('unidade', own.acronym)
  const [chosen, setChosen] = useState(acronym === own.acronym ? own : null)
  const { data } = useQuery({ ...unitsQuery(acronym), enabled: chosen === null })
  const found = chosen ?? data?.find((one) => one.acronym === acronym) ?? (data ? own : null)
  const change = (unit: UnitLite) => {
    setChosen(unit)
    say(unit.acronym)
  }
  return [found, change]
}
