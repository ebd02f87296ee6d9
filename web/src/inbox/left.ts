import type { InboxSearch } from './search'

let left: { unit: string; search: InboxSearch } | null = null

/** The list as the person left it to open a process: its tab, filters, arrangement and preview. */
export function leaveList(unit: string, search: InboxSearch): void {
  left = { unit, search }
}

/** The way back to that list; another unit's filters would show nothing here. */
export function listLeft(unit: string): InboxSearch {
  return left?.unit === unit ? left.search : {}
}
