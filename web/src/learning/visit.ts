import { visitMessages as text } from '../messages/visit'

export type VisitName = keyof typeof text.stops

/** Where each stop of a visit is on its screen, in the order of its words. */
const PLACES: Record<VisitName, readonly string[]> = {
  caixa: ['a[href$="/processo/novo"].button', '.inbox-top nav', '.inbox-filters', '.inbox-rows', '.act-bar', 'search.find', '.help-button'],
  processo: ['.process-title', '.process-acts', '.panel-tree', '.panel-document', '.panel-side'],
  editor: ['.editor-title', '.editor-toolbar', '.editor-scroll', '.editor-head .button-primary'],
}

const SCREENS: Record<VisitName, RegExp> = {
  caixa: /^\/caixa$/,
  processo: /^\/processo\/(?!novo$)[^/]+(\/documento\/[^/]+)?$/,
  editor: /^\/processo\/[^/]+\/documento\/[^/]+\/editar$/,
}

export const VISITS = Object.keys(PLACES) as VisitName[]

const BEGINNING = 'visita/'

/** How a stop is kept among what is pointed at (see ``tour.ts``). */
export const stopId = (visit: VisitName, at: number) => `${BEGINNING}${visit}/${at}`

export const isVisit = (id: string) => id.startsWith(BEGINNING)

export interface Stop {
  visit: VisitName
  at: number
  of: number
  title: string
  words: string
  place: string
}

/** Null for what is no stop of any visit: the browser may keep one that an older version knew. */
export function stopOf(id: string): Stop | null {
  const [, visit = '', number = ''] = id.split('/')
  const name = VISITS.find((one) => one === visit)
  const at = Number(number)
  const words = name && text.stops[name][at]
  const place = name && PLACES[name][at]
  if (!name || !words || !place) return null
  return { visit: name, at, of: PLACES[name].length, title: words[0], words: words[1], place }
}

export const isOnScreen = (visit: VisitName, pathname: string) => SCREENS[visit].test(pathname)

/** The visit of a screen, if there is one. */
export const visitOf = (pathname: string): VisitName | undefined => VISITS.find((one) => isOnScreen(one, pathname))
