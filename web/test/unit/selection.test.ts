// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emptySelection, prune, select, type Selection, type SelectionAct } from '../../src/inbox/selection'

/** Keyboard selection of the inbox (PRO-01). */
const ids = ['a', 'b', 'c', 'd', 'e']
const after = (...acts: SelectionAct[]): Selection => acts.reduce((state, act) => select(state, ids, act), emptySelection)
const chosen = (state: Selection) => [...state.chosen].toSorted().join('')

describe('inbox selection', () => {
  it('chooses a run with Shift and arrows from where Space was pressed', () => {
    const state = after(
      { do: 'move', to: 'next' },
      { do: 'toggle', id: 'a' },
      { do: 'move', to: 'next', extend: true },
      { do: 'move', to: 'next', extend: true },
    )
    expect(chosen(state)).toBe('abc')
    expect(state.active).toBe('c')
  })

  it('moves without choosing and stops at the ends', () => {
    const state = after({ do: 'move', to: 'last' }, { do: 'move', to: 'next' })
    expect(state.active).toBe('e')
    expect(chosen(state)).toBe('')
  })

  it('chooses a run by Shift and click, whichever row comes first', () => {
    expect(chosen(after({ do: 'toggle', id: 'd' }, { do: 'toggle', id: 'b', range: true }))).toBe('bcd')
  })

  it('takes a row out when toggled twice', () => {
    expect(chosen(after({ do: 'toggle', id: 'b' }, { do: 'toggle', id: 'b' }))).toBe('')
  })

  it('keeps the choice when the list is refreshed in another order', () => {
    const state = after({ do: 'toggle', id: 'b' })
    expect(prune(state, ['e', 'd', 'b', 'a'])).toBe(state)
  })

  it('never keeps chosen a row that left the screen', () => {
    const state = prune(after({ do: 'all' }), ['a', 'c'])
    expect(chosen(state)).toBe('ac')
    expect(select(state, ['a', 'c'], { do: 'move', to: 'next' }).active).toBe('a')
  })
})
