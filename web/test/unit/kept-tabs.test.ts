import { beforeEach, expect, test } from 'vitest'
import { drop, forgetKept, keep, move, ownerOf, useKept, visited, type Kept } from '../../src/tabs/kept'
import { renderHook } from '@testing-library/react'

/** Processes kept in tabs: whose they are, in which order, and what the computer remembers of them (issue 6 §1). */
const tab = (id: string, level: Kept['level'] = 'public'): Kept => ({ id, level, label: `Processo ${id}`, address: `/processo/${id}` })
const HERE = ownerOf({ user: { id: 'ana' }, unit: { id: 'prot' } })
const shown = (owner = HERE) => renderHook(() => useKept(owner)).result.current.map(({ id }) => id)
const stored = () => JSON.parse(sessionStorage.getItem('iperoig.tabs') ?? '{}') as Record<string, Kept[]>

beforeEach(forgetKept)

test('another unit and another person have tabs of their own', () => {
  keep(HERE, tab('a'))
  expect(shown()).toEqual(['a'])
  expect(shown(ownerOf({ user: { id: 'ana' }, unit: { id: 'rh' } }))).toEqual([])
  expect(shown(ownerOf({ user: { id: 'carlos' }, unit: { id: 'prot' } }))).toEqual([])
})

test('they are moved one place at a time and never past the ends, and closing one keeps the others', () => {
  for (const id of ['a', 'b', 'c']) keep(HERE, tab(id))
  move(HERE, 'c', -1)
  expect(shown()).toEqual(['a', 'c', 'b'])
  move(HERE, 'a', -1)
  move(HERE, 'b', 1)
  expect(shown()).toEqual(['a', 'c', 'b'])
  drop(HERE, 'c')
  expect(shown()).toEqual(['a', 'b'])
})

test('the computer keeps no name of what is restricted and nothing of what is confidential', () => {
  keep(HERE, tab('a'))
  keep(HERE, tab('b', 'restricted'))
  keep(HERE, tab('c', 'confidential'))
  expect(shown()).toEqual(['a', 'b', 'c'])
  expect(stored()[HERE]?.map(({ id, label }) => [id, label])).toEqual([
    ['a', 'Processo a'],
    ['b', ''],
  ])
})

test('a process that is not kept is not kept by being visited; one that is remembers where the person was', () => {
  visited(HERE, tab('a'))
  expect(shown()).toEqual([])
  keep(HERE, tab('a'))
  visited(HERE, { ...tab('a'), address: '/processo/a/documento/d' })
  expect(stored()[HERE]?.[0]?.address).toBe('/processo/a/documento/d')
})

test('the oldest gives way to the thirteenth', () => {
  for (let n = 0; n < 13; n += 1) keep(HERE, tab(`p${n}`))
  expect(shown()).toHaveLength(12)
  expect(shown()).not.toContain('p0')
})
