/**
 * Several environments may share one host, each with its pages and its API below a path of its own (a city's training
 * beside the real one). Empty in the host's own environment.
 */
export const HOME = /^\/ambiente\/[a-z0-9-]+(?=\/|$)/.exec(globalThis.location?.pathname ?? '')?.[0] ?? ''

/** The same name in each environment would be the same thing kept in the browser. */
export function keptHere(name: string): string {
  return name + HOME
}

/** The screen that is open, as the application names it. */
export function placeHere(): string {
  return location.pathname.slice(HOME.length) + location.search
}
