import { useNavigate } from '@tanstack/react-router'
import type { DocumentNode, ProcessPage } from '../api/types'
import { announce } from '../ds/toast'
import { overviewMessages as text } from '../messages/process'
import { useShortcuts } from '../shell/shortcuts'

type Slots = readonly (DocumentNode | undefined)[]

/** The document beside the one being read, in the order of the tree; or why there is none to go to. */
export function neighbour(slots: Slots, current: string | undefined, step: 1 | -1): DocumentNode | 'end' | 'unknown' {
  const place = current === undefined ? -1 : slots.findIndex((node) => node?.id === current)
  if (current !== undefined && place < 0) return 'unknown'
  if (place + step < 0 || place + step >= slots.length) return 'end'
  return slots[place + step] ?? 'unknown'
}

/** Keys that go from document to document without coming back to the tree (web.md §6). */
export function useNeighbourKeys(page: ProcessPage, slots: Slots, current: string | undefined): void {
  const navigate = useNavigate()
  const go = (step: 1 | -1) => {
    const found = neighbour(slots, current, step)
    if (found === 'unknown') return announce(text.neighbourUnknown)
    if (found === 'end') return announce(step > 0 ? text.noNext : text.noPrevious)
    return void navigate({
      to: '/processo/$processId/documento/$documentId',
      params: { processId: page.process.id, documentId: found.id },
      search: (now) => now,
    })
  }
  useShortcuts({ previousDocument: () => go(-1), nextDocument: () => go(1) })
}
