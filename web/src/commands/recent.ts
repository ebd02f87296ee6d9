import { keptHere } from '../environment'

const KEY = keptHere('iperoig.recent')
const KEPT = 12

export interface Recent {
  id: string
  nup: string
  type: string
}

/** Processes opened in this window, the last one first. They are forgotten when the window closes or the person leaves. */
export function recent(): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

/** A confidential process leaves no trace on the computer. */
export function opened(process: Recent & { level: string }): void {
  const others = recent().filter(({ id }) => id !== process.id)
  const { id, nup, type } = process
  write(process.level === 'confidential' ? others : [{ id, nup, type }, ...others].slice(0, KEPT))
}

export function forgetRecent(): void {
  write([])
}

function write(list: Recent[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    // Private windows may refuse storage; the list is then simply not kept.
  }
}
