import type { Announcement } from '../api/types'
import { keptHere } from '../environment'
import { remember, remembered } from '../remembered'

const KEY = keptHere('iperoig.announcements')

const nameOf = ({ title, text }: Announcement) => `${title}\n${text}`

/** Those that were not put away in this browser; one that was rewritten comes back. */
export function notPutAway(announcements: Announcement[]): Announcement[] {
  const away = new Set(kept())
  return announcements.filter((one) => !away.has(nameOf(one)))
}

/** Those that are no longer announced are forgotten. */
export function putAway(one: Announcement, announced: Announcement[]): void {
  const current = new Set(announced.map(nameOf))
  remember(KEY, JSON.stringify([...kept().filter((name) => current.has(name)), nameOf(one)]))
}

function kept(): string[] {
  try {
    const names: unknown = JSON.parse(remembered(KEY) ?? '[]')
    return Array.isArray(names) ? names.map(String) : []
  } catch {
    return []
  }
}
