import { keptHere } from '../environment'
import { remember, remembered } from '../remembered'

const KEY = keptHere('iperoig-inicio')

/** Which page opens first on this computer: the inbox, or the panel for who asked. */
export function opensOnPanel(): boolean {
  return remembered(KEY) === 'painel'
}

export function openOnPanel(on: boolean): void {
  remember(KEY, on ? 'painel' : null)
}
