import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { MOST } from './start'

interface Loaded {
  hasNextPage: boolean
  data?: { pages: { items: unknown[] }[] } | undefined
}

/** A list that comes in pages. */
export interface List extends Loaded {
  fetchNextPage: () => Promise<Loaded>
}

export interface Choice {
  chosen: ReadonlySet<string>
  /** `range`: also what lies between it and the row last chosen or let go. */
  toggle: (id: string, range?: boolean) => void
  all: () => void
  none: () => void
}

/** Rows chosen in a list; what is no longer on the screen is no longer chosen: nobody acts on a row they cannot see. */
export function useChoice(ids: readonly string[]): Choice {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => new Set(ids.filter((id) => kept.has(id))), [ids, kept])
  const anchor = useRef<string | null>(null)
  const toggle = useCallback(
    (id: string, range = false) => {
      const run = range ? between(ids, anchor.current, id) : []
      anchor.current = id
      setKept((before) => {
        const after = new Set([...before, ...run])
        if (run.length === 0 && !after.delete(id)) after.add(id)
        return after
      })
    },
    [ids],
  )
  return { chosen, toggle, all: () => setKept(new Set(ids.slice(0, MOST))), none: () => setKept(new Set()) }
}

/** From one row to the other, both included; nothing when the first is no longer on the screen. */
function between(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const start = from === null ? -1 : ids.indexOf(from)
  const end = ids.indexOf(to)
  return start < 0 || end < 0 ? [] : ids.slice(Math.min(start, end), Math.max(start, end) + 1)
}

const countOf = (list: Loaded) => list.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0

/** Brings the rest of the list, up to what one order may carry, and then chooses it all. */
export function useEverything(list: List, all: () => void) {
  const [busy, setBusy] = useState(false)
  const [wanted, setWanted] = useState<number | null>(null)
  const loaded = countOf(list)
  useEffect(() => {
    // The rows come to the screen a moment after they came from the server.
    if (wanted === null || loaded < wanted) return
    setWanted(null)
    setBusy(false)
    all()
  }, [wanted, loaded, all])
  const choose = async () => {
    setBusy(true)
    setWanted(countOf(await rest(list)))
  }
  return { busy, choose }
}

async function rest(list: List): Promise<Loaded> {
  let page: Loaded = list
  let before = -1
  // A page that did not come leaves the count as it was: then what there is is chosen.
  while (page.hasNextPage && countOf(page) < MOST && countOf(page) > before) {
    before = countOf(page)
    // Each page says where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    page = await list.fetchNextPage()
  }
  return page
}
