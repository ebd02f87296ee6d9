import { useSyncExternalStore } from 'react'
import type { AccessLevel } from '../api/types'
import { KEY, wantTabs } from './stored'

const MOST = 12

/** A process kept at hand. What is not public keeps its name in this page only: the computer remembers no more than where it is. */
export interface Kept {
  id: string
  level: AccessLevel
  /** Number and type; empty where they were forgotten. */
  label: string
  /** Where in the process the person was. */
  address: string
}

type Shelf = Readonly<Record<string, readonly Kept[]>>

let shelf: Shelf = read()
const nothing: readonly Kept[] = []
const listeners = new Set<() => void>()

/** Whose they are: a person in a unit sees what was kept there. */
export const ownerOf = (me: { user: { id: string }; unit: { id: string } }) => `${me.user.id}/${me.unit.id}`

export function useKept(owner: string): readonly Kept[] {
  return useSyncExternalStore(listen, () => shelf[owner] ?? nothing)
}

export function keep(owner: string, one: Kept): void {
  const others = keptOf(owner).filter(({ id }) => id !== one.id)
  publish(owner, [...others, one].slice(-MOST))
}

export function drop(owner: string, id: string): void {
  if (keptOf(owner).some((one) => one.id === id)) publish(owner, keptOf(owner).filter((one) => one.id !== id))
}

/** One place to the left (-1) or to the right (1). */
export function move(owner: string, id: string, by: -1 | 1): void {
  const now = [...keptOf(owner)]
  const from = now.findIndex((one) => one.id === id)
  const to = from + by
  const [one] = from < 0 || to < 0 || to >= now.length ? [] : now.splice(from, 1)
  if (!one) return
  now.splice(to, 0, one)
  publish(owner, now)
}

/** The person went on to another place of the process, or its name is known again. */
export function visited(owner: string, seen: Kept): void {
  const before = keptOf(owner).find((one) => one.id === seen.id)
  if (!before || (before.address === seen.address && before.label === seen.label && before.level === seen.level)) return
  publish(
    owner,
    keptOf(owner).map((one) => (one.id === seen.id ? seen : one)),
  )
}

export function forgetKept(): void {
  shelf = {}
  write()
  for (const listener of listeners) listener()
}

const keptOf = (owner: string) => shelf[owner] ?? nothing

function publish(owner: string, list: readonly Kept[]): void {
  shelf = { ...shelf, [owner]: list }
  write()
  if (list.length > 0) wantTabs()
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function write(): void {
  const lasting = Object.entries(shelf).map(([owner, list]) => [
    owner,
    list.filter(({ level }) => level !== 'confidential').map((one) => (one.level === 'public' ? one : { ...one, label: '' })),
  ])
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(lasting)))
  } catch {
    // Private windows may refuse storage; the tabs then last while the page is open.
  }
}

function read(): Shelf {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Shelf
  } catch {
    return {}
  }
}
