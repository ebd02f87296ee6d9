import { keptHere } from '../environment'
import type { Declared } from './transport'

/**
 * Sendings of large files that were begun in this browser: choosing the same file again goes on with its sending, also
 * after the page was closed. The storage forgets them after a day, so they are forgotten here too.
 */
const KEY = keptHere('iperoig.uploads')
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

interface Begun {
  id: string
  partSize: number
  at: number
}

export function fingerprint(process: string, file: File): string {
  return [process, file.name, file.size, file.lastModified].join('|')
}

function read(): Record<string, Begun> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Begun>
    return Object.fromEntries(Object.entries(kept).filter(([, one]) => Date.now() - one.at < DAY_MILLISECONDS))
  } catch {
    return {}
  }
}

function write(kept: Record<string, Begun>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Private windows may refuse storage: the file is then sent from its beginning.
  }
}

export function begun(process: string, file: File): Declared | null {
  const found = read()[fingerprint(process, file)]
  return found ? { id: found.id, post: null, part_size: found.partSize } : null
}

export function remember(process: string, file: File, declared: Declared): void {
  if (declared.part_size === null) return
  write({ ...read(), [fingerprint(process, file)]: { id: declared.id, partSize: declared.part_size, at: Date.now() } })
}

export function forget(process: string, file: File): void {
  const { [fingerprint(process, file)]: _, ...others } = read()
  write(others)
}
