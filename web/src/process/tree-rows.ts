import type { DocumentNode } from '../api/types'
import { plain } from '../ds/plain'
import { treeMessages } from '../messages/process'

/** One line of the tree: a folder, or a document (not loaded yet when `node` is missing). */
export type TreeRow = { kind: 'folder'; label: string; index: number; open: boolean; count: number } | DocumentRow

interface DocumentRow {
  kind: 'document'
  slot: number
  node: DocumentNode | undefined
  level: 1 | 2
  place: number
  of: number
}

/** Folder that holds a document, counting from zero. */
export function folderOf(slot: number, size: number): number {
  return Math.floor(slot / size)
}

/** Lines on the screen, in order. What fits in one folder needs none, as in SEI. */
export function treeRows(
  slots: readonly (DocumentNode | undefined)[],
  openFolders: ReadonlySet<number>,
  size: number,
): TreeRow[] {
  if (slots.length <= size) return documentRows(slots, 0, slots.length, 1)
  const rows: TreeRow[] = []
  for (let index = 0; index * size < slots.length; index += 1) {
    const start = index * size
    const end = Math.min(start + size, slots.length)
    const open = openFolders.has(index)
    const label = treeMessages.folder(start + 1, end)
    rows.push({ kind: 'folder', label, index, open, count: end - start })
    if (open) rows.push(...documentRows(slots, start, end, 2))
  }
  return rows
}

function documentRows(slots: readonly (DocumentNode | undefined)[], start: number, end: number, level: 1 | 2): DocumentRow[] {
  return slots
    .slice(start, end)
    .map((node, offset) => sameRow({ kind: 'document', slot: start + offset, node, level, place: offset + 1, of: end - start }))
}

const drawn = new WeakMap<DocumentNode, DocumentRow>()

/** The row as it was when nothing of it changed, so that its line is not drawn again whenever other documents come. */
function sameRow(row: DocumentRow): DocumentRow {
  if (!row.node) return row
  const kept = drawn.get(row.node)
  if (kept && kept.slot === row.slot && kept.level === row.level && kept.place === row.place && kept.of === row.of) return kept
  drawn.set(row.node, row)
  return row
}

/** Documents by position: the first pages from the start, the last ones (newest first) from the end. */
export function mergeSlots(
  total: number,
  fromStart: readonly DocumentNode[],
  fromEnd: readonly DocumentNode[],
): (DocumentNode | undefined)[] {
  const size = Math.max(total, fromStart.length)
  const slots: (DocumentNode | undefined)[] = Array.from({ length: size })
  for (const [distance, node] of fromEnd.entries()) slots[size - 1 - distance] = node
  for (const [slot, node] of fromStart.entries()) slots[slot] = node
  return slots
}

/** Line whose name or number starts with what was typed, searching after the current one and around. */
export function typeAhead(rows: readonly TreeRow[], typed: string, after: number): number {
  const wanted = plain(typed)
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (after + step + rows.length) % rows.length
    const row = rows[index]
    if (row && matches(row, wanted)) return index
  }
  return -1
}

function matches(row: TreeRow, wanted: string): boolean {
  if (row.kind === 'folder') return plain(row.label).startsWith(wanted)
  if (!row.node) return false
  const words = plain(row.node.title)
  return row.node.number.startsWith(wanted) || words.startsWith(wanted) || words.includes(` ${wanted}`)
}
