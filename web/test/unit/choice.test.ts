import { act, renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { useChoice, useEverything } from '../../src/bulk/choice'

const page = (from: number, count: number) => ({ items: Array.from({ length: count }, (_, n) => from + n) })

describe('rows chosen in a list', () => {
  it('forgets what is no longer on the screen', () => {
    const { result, rerender } = renderHook(({ ids }) => useChoice(ids), { initialProps: { ids: ['a', 'b'] } })
    act(() => result.current.all())
    expect([...result.current.chosen]).toEqual(['a', 'b'])
    rerender({ ids: ['b', 'c'] })
    expect([...result.current.chosen]).toEqual(['b'])
  })

  it('takes with Shift what lies between two rows, in either direction, and never lets go of what was chosen', () => {
    const { result } = renderHook(() => useChoice(['a', 'b', 'c', 'd', 'e']))
    act(() => result.current.toggle('d'))
    act(() => result.current.toggle('b', true))
    expect([...result.current.chosen].toSorted()).toEqual(['b', 'c', 'd'])
    act(() => result.current.toggle('e'))
    act(() => result.current.toggle('e'))
    expect([...result.current.chosen].toSorted()).toEqual(['b', 'c', 'd'])
  })

  it('takes one row alone where the other end of the run is no longer on the screen', () => {
    const { result, rerender } = renderHook(({ ids }) => useChoice(ids), { initialProps: { ids: ['a', 'b', 'c'] } })
    act(() => result.current.toggle('a'))
    rerender({ ids: ['b', 'c'] })
    act(() => result.current.toggle('c', true))
    expect([...result.current.chosen]).toEqual(['c'])
  })

  it('never holds more than one order may carry', () => {
    const { result } = renderHook(() => useChoice(Array.from({ length: 600 }, (_, n) => String(n))))
    act(() => result.current.all())
    expect(result.current.chosen.size).toBe(500)
  })
})

describe('choosing everything of a list', () => {
  it('brings the pages that are missing and then chooses, once they are on the screen', async () => {
    const all = vi.fn<() => void>()
    const pages = [page(0, 50)]
    const list = () => ({ hasNextPage: pages.length < 3, data: { pages: [...pages] } })
    const fetchNextPage = async () => {
      pages.push(page(50 * pages.length, 50))
      return list()
    }
    const { result, rerender } = renderHook(() => useEverything({ ...list(), fetchNextPage }, all))
    await act(() => result.current.choose())
    rerender()
    expect(pages).toHaveLength(3)
    expect(all).toHaveBeenCalledTimes(1)
    expect(result.current.busy).toBe(false)
  })

  it('stops where a page does not come', async () => {
    const all = vi.fn<() => void>()
    const list = { hasNextPage: true, data: { pages: [page(0, 50)] } }
    const fetchNextPage = vi.fn<() => Promise<typeof list>>(async () => list)
    const { result } = renderHook(() => useEverything({ ...list, fetchNextPage }, all))
    await act(() => result.current.choose())
    expect(fetchNextPage).toHaveBeenCalledTimes(1)
    expect(all).toHaveBeenCalledTimes(1)
  })
})
