import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** What stands for a reference, a note or a value of the system, as the server counts them: one character each. */
const THING = '\ufffc'

export interface Range {
  from: number
  to: number
}

export interface Marked {
  /** From which character of the text, as the server counts: by code points, a line for each paragraph or heading. */
  near: number
  words: string
}

interface Written {
  characters: string[]
  /** Where each character is in the editor's document, and where it ends. */
  at: number[]
  ends: number[]
}

/** The text as the server counts it (DOC-03): see `chalicelib/domain/passage.py`. */
function written(doc: ProseMirrorNode): Written {
  const text: Written = { characters: [], at: [], ends: [] }
  const add = (character: string, from: number, to: number) => {
    text.characters.push(character)
    text.at.push(from)
    text.ends.push(to)
  }
  let first = true
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true
    if (!first) add('\n', position, position + 1)
    first = false
    block.forEach((child, offset) => {
      let at = position + 1 + offset
      if (!child.isText) {
        add(THING, at, at + child.nodeSize)
        return
      }
      for (const character of child.text ?? '') {
        add(character, at, at + character.length)
        at += character.length
      }
    })
    return false
  })
  return text
}

/** The selected passage in the server's terms; null where nothing to read is selected. */
export function passageAt(doc: ProseMirrorNode, range: Range): Marked | null {
  const { characters, at, ends } = written(doc)
  let near = at.findIndex((from) => from >= range.from)
  if (near < 0) return null
  let end = near
  while (end < at.length && (ends[end] ?? 0) <= range.to) end += 1
  const blank = (place: number) => (characters[place] ?? '').trim() === ''
  while (near < end && blank(near)) near += 1
  while (end > near && blank(end - 1)) end -= 1
  const words = characters.slice(near, end).join('')
  return words.replaceAll(THING, '').trim() ? { near, words } : null
}

/** Where a passage is in the editor: where the server says, or the nearest place with its words; null when nowhere. */
export function rangeOf(doc: ProseMirrorNode, start: number, words: string): Range | null {
  const { characters, at, ends } = written(doc)
  const wanted = [...words]
  const holds = (place: number) => wanted.every((character, offset) => characters[place + offset] === character)
  const last = characters.length - wanted.length
  for (let away = 0; away <= characters.length; away += 1) {
    for (const place of away === 0 ? [start] : [start - away, start + away]) {
      if (place < 0 || place > last || !holds(place)) continue
      return { from: at[place] ?? 0, to: ends[place + wanted.length - 1] ?? 0 }
    }
  }
  return null
}
