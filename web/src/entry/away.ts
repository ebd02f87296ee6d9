import { HOME, keptHere } from '../environment'

const AWAY = keptHere('iperoig.entrada')
const LEAVE = keptHere('iperoig.saida')

/** What this tab remembers while the person is away confirming who they are. */
export interface Away {
  /** The screen that asked for the login. */
  back: string
  /** Where one also leaves the provider, when one leaves here. */
  leave: string | null
}

export function rememberAway(away: Away): void {
  sessionStorage.setItem(AWAY, JSON.stringify(away))
}

export function takeAway(): Away | null {
  const kept = sessionStorage.getItem(AWAY)
  sessionStorage.removeItem(AWAY)
  return kept ? (JSON.parse(kept) as Away) : null
}

/** Only addresses of this application are followed. */
export function inside(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/entrar')
}

/** Who came in by a provider's word leaves it too: gov.br asks for that, from the browser. */
export function rememberLeave(address: string | null): void {
  if (address) localStorage.setItem(LEAVE, address)
  else localStorage.removeItem(LEAVE)
}

/** Where to go after leaving: through the provider once, or straight to the login screen. */
export function takeLeave(): string {
  const home = `${window.location.origin}${HOME}/entrar`
  const address = localStorage.getItem(LEAVE)
  localStorage.removeItem(LEAVE)
  if (!address || !/^https?:\/\//.test(address)) return `${HOME}/entrar`
  return `${address}?${new URLSearchParams({ post_logout_redirect_uri: home }).toString()}`
}
