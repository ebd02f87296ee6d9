import type { DocumentType } from '../api/types'

/** What the name of a file tells of its document: whoever named it usually wrote the type, often the day (DOC-08). */
export interface Guess {
  type?: string
  date?: string
}

/** Lower case, without accents; what is no letter nor digit separates words. */
function words(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ` ${plain.replaceAll(/[^a-z0-9]+/g, ' ').trim()} `
}

const DAY_FIRST = /(?<!\d)(\d{2})[-._ ](\d{2})[-._ ](\d{4})(?!\d)/
const YEAR_FIRST = /(?<!\d)(\d{4})[-._ ]?(\d{2})[-._ ]?(\d{2})(?!\d)/

function dateIn(name: string, today: string): string | undefined {
  const [, day, month, year] = DAY_FIRST.exec(name) ?? []
  const [, first, second, third] = YEAR_FIRST.exec(name) ?? []
  const written = year ? `${year}-${month}-${day}` : first ? `${first}-${second}-${third}` : ''
  const known = new Date(`${written}T00:00:00Z`)
  const real = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(written)
  return written && real && written >= '1900-01-01' && written <= today ? written : undefined
}

/**
 * The rules are data: each type's own name and the words its city lists for it (`palavras_no_arquivo`).
 * The longest that the name holds wins; of equals, the one said first.
 */
export function guessFrom(fileName: string, types: readonly DocumentType[], today: string): Guess {
  const stem = fileName.replace(/\.[^.]*$/, '')
  const name = words(stem)
  let best = { length: 0, place: 0, code: '' }
  for (const type of types) {
    for (const rule of [type.name, ...type.file_words]) {
      const wanted = words(rule)
      const place = name.indexOf(wanted)
      if (place < 0 || wanted.length < 4) continue
      const longer = wanted.length > best.length
      if (longer || (wanted.length === best.length && place < best.place)) best = { length: wanted.length, place, code: type.code }
    }
  }
  const guess: Guess = {}
  const date = dateIn(stem, today)
  if (best.code) guess.type = best.code
  if (date) guess.date = date
  return guess
}
