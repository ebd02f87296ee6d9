import { keptHere } from '../environment'

const KEY = keptHere('iperoig-inicio')

/** Which page opens first on this computer: the inbox, or the panel for who asked. */
export function opensOnPanel(): boolean {
  try {
    return localStorage.getItem(KEY) === 'painel'
  } catch {
    return false
  }
}

export function openOnPanel(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, 'painel')
    else localStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing opens the inbox, as ever.
  }
}
