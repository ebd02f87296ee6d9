// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '../../src/api/types'
import { mergeSlots, treeRows, typeAhead } from '../../src/process/tree-rows'

/** Document tree: folders of twenty, loading from both ends, type-ahead (web design, process page). */
const node = (order: number, title = 'Despacho'): DocumentNode => ({
  id: `d${order}`, number: String(1_000_000 + order), order, kind: 'authored', type: { code: 'x', name: title }, type_number: null, title,
  state: 'signed', pen: 'none', access_level: 'public', unit: { id: 'u', acronym: 'U' }, author: { id: 'a', name: 'Ana' },
  created_at: '2026-11-23T12:00:00Z', signature_count: 1, media_type: null, size: null, content_visible: true,
  locked: false,
})
const nodes = (count: number) => Array.from({ length: count }, (_, index) => node(index + 1))

describe('document tree', () => {
  it('has no folders up to twenty documents', () => {
    expect(treeRows(nodes(20), new Set(), 20).every((row) => row.kind === 'document')).toBe(true)
  })

  it('shows closed folders as one line and open ones with their documents', () => {
    const rows = treeRows(nodes(41), new Set([2]), 20)
    expect(rows.map((row) => row.kind)).toEqual(['folder', 'folder', 'folder', 'document'])
    expect(rows[3]).toMatchObject({ slot: 40, place: 1, of: 1, level: 2 })
  })

  it('folds by as many as the city says', () => {
    const rows = treeRows(nodes(12), new Set([2]), 5)
    expect(rows.map((row) => row.kind)).toEqual(['folder', 'folder', 'folder', 'document', 'document'])
    expect(rows[3]).toMatchObject({ slot: 10, place: 1, of: 2 })
  })

  it('puts what came from the end in its place and leaves the middle to be loaded', () => {
    const slots = mergeSlots(5, [node(1)], [node(5), node(4)])
    expect(slots.map((one) => one?.order)).toEqual([1, undefined, undefined, 4, 5])
  })

  it('counts a document that both ends brought only once', () => {
    const slots = mergeSlots(3, [node(1), node(2)], [node(3), node(2)])
    expect(slots.map((one) => one?.id)).toEqual(['d1', 'd2', 'd3'])
  })

  it('keeps the rows of what was there when more comes, and makes those anew whose place changed', () => {
    const [first, second, third] = nodes(3)
    const before = treeRows([first, undefined, third], new Set(), 20)
    const after = treeRows([first, second, third], new Set(), 20)
    expect(after[0]).toBe(before[0])
    expect(after[2]).toBe(before[2])
    expect(after[1]).toMatchObject({ slot: 1, node: second })
    expect(treeRows([second, first, third], new Set(), 20)[0]).toMatchObject({ slot: 0, place: 1, node: second })
  })

  it('finds by number, by name without accents, and goes around', () => {
    const rows = treeRows([node(1, 'Ofício'), node(2, 'Parecer'), node(3, 'Ofício')], new Set(), 20)
    expect(typeAhead(rows, '1000002', 0)).toBe(1)
    expect(typeAhead(rows, 'oficio', 0)).toBe(2)
    expect(typeAhead(rows, 'oficio', 2)).toBe(0)
    expect(typeAhead(rows, 'zzz', 0)).toBe(-1)
  })
})
