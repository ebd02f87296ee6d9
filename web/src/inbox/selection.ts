/** Which rows are chosen and where the keyboard is, by process id, so that polling never loses either. */
export interface Selection {
  chosen: ReadonlySet<string>
  /** Row the keyboard is on. */
  active: string | null
  /** Row a Shift range starts from. */
  anchor: string | null
}

/** What one order may carry. */
const MOST = 500

export const emptySelection: Selection = { chosen: new Set(), active: null, anchor: null }

export type SelectionAct =
  | { do: 'move'; to: 'next' | 'previous' | 'first' | 'last'; extend?: boolean }
  | { do: 'activate'; id: string }
  | { do: 'toggle'; id: string; range?: boolean }
  | { do: 'all' }
  | { do: 'none' }

/** Next state for the rows on the screen, in order. */
export function select(state: Selection, ids: readonly string[], act: SelectionAct): Selection {
  switch (act.do) {
    case 'move':
      return move(state, ids, act.to, act.extend ?? false)
    case 'activate':
      return { ...state, active: act.id }
    case 'toggle':
      return act.range && state.anchor ? range(state, ids, state.anchor, act.id) : toggle(state, act.id)
    case 'all':
      return { ...state, chosen: new Set(ids.slice(0, MOST)) }
    case 'none':
      return { ...state, chosen: new Set(), anchor: null }
  }
}

/** Drops from the choice what is no longer on the screen: nobody acts on a row they cannot see. */
export function prune(state: Selection, ids: readonly string[]): Selection {
  const present = new Set(ids)
  const gone = [...state.chosen].some((id) => !present.has(id))
  const active = state.active && present.has(state.active) ? state.active : null
  if (!gone && active === state.active) return state
  return { chosen: new Set([...state.chosen].filter((id) => present.has(id))), active, anchor: active }
}

function toggle(state: Selection, id: string): Selection {
  const chosen = new Set(state.chosen)
  if (!chosen.delete(id)) chosen.add(id)
  return { chosen, active: id, anchor: id }
}

function range(state: Selection, ids: readonly string[], from: string, to: string): Selection {
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)].toSorted((a, b) => a - b)
  if (start === undefined || end === undefined || start < 0) return toggle(state, to)
  return { chosen: new Set([...state.chosen, ...ids.slice(start, end + 1)]), active: to, anchor: from }
}

function move(state: Selection, ids: readonly string[], to: string, extend: boolean): Selection {
  const here = state.active ? ids.indexOf(state.active) : -1
  const last = ids.length - 1
  const wanted = { next: Math.min(here + 1, last), previous: Math.max(here - 1, 0), first: 0, last }[to] ?? 0
  const active = ids[wanted]
  if (active === undefined) return state
  if (!extend) return { ...state, active, anchor: active }
  return range(state, ids, state.anchor ?? state.active ?? active, active)
}
