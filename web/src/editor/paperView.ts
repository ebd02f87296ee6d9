import { useState } from 'react'
import { keptHere } from '../environment'
import { remember, remembered } from '../remembered'

/** `page`: the sheet with its margins; `web`: the text in all the width there is. */
export type PaperView = 'page' | 'web'

const KEY = keptHere('iperoig.paper-view')

/** As it was left in this browser; a telephone has no room for the margins of a sheet. */
export function paperView(): PaperView {
  const stored = remembered(KEY)
  if (stored === 'page' || stored === 'web') return stored
  return matchMedia('(width < 40rem)').matches ? 'web' : 'page'
}

export function usePaperView(): [PaperView, (view: PaperView) => void] {
  const [view, setView] = useState(paperView)
  const choose = (chosen: PaperView) => {
    setView(chosen)
    remember(KEY, chosen)
  }
  return [view, choose]
}
