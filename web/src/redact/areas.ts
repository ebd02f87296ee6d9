import type { Area } from '../api/redact'

export const WHOLE = 10_000
/** Nobody means to conceal what is smaller: it is a click. */
const SMALLEST = 20

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const bounded = (value: number) => Math.min(Math.max(value, 0), WHOLE)

/** A box of the window as an area of the page that is drawn in `sheet`. */
export function areaOf(page: number, sheet: DOMRect, box: Box): Area | null {
  const area = {
    page,
    left: bounded(Math.floor(((box.left - sheet.left) / sheet.width) * WHOLE)),
    top: bounded(Math.floor(((box.top - sheet.top) / sheet.height) * WHOLE)),
    right: bounded(Math.ceil(((box.right - sheet.left) / sheet.width) * WHOLE)),
    bottom: bounded(Math.ceil(((box.bottom - sheet.top) / sheet.height) * WHOLE)),
  }
  return area.right - area.left < SMALLEST || area.bottom - area.top < SMALLEST ? null : area
}

/** The boxes of a stretch of text, those of one line as one. */
export function areasOf(page: number, sheet: DOMRect, boxes: readonly Box[]): Area[] {
  const rows: Box[] = []
  for (const box of boxes) {
    const { left, top, right, bottom } = box
    const row = rows.find((one) => Math.abs(one.top - top) < (bottom - top) / 2 && left - one.right < bottom - top)
    if (row) {
      row.left = Math.min(row.left, left)
      row.top = Math.min(row.top, top)
      row.right = Math.max(row.right, right)
      row.bottom = Math.max(row.bottom, bottom)
    } else rows.push({ left, top, right, bottom })
  }
  return rows.flatMap((row) => areaOf(page, sheet, row) ?? [])
}

const inside = (one: Area, other: Area) =>
  one.page === other.page &&
  one.left >= other.left &&
  one.top >= other.top &&
  one.right <= other.right &&
  one.bottom <= other.bottom

/** The areas with more of them, without those that lie within another. */
export function withAreas(areas: readonly Area[], added: readonly Area[]): Area[] {
  const all = [...areas]
  for (const area of added) if (!all.some((known) => inside(area, known))) all.push(area)
  return all.toSorted((one, other) => one.page - other.page || one.top - other.top || one.left - other.left)
}
