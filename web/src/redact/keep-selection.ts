import type { MouseEvent } from 'react'

/** The pointer going down on a button would lose what is selected in the document. */
export const keepSelection = (event: MouseEvent) => event.preventDefault()
