import { useSearch } from '@tanstack/react-router'
import { plain } from '../ds/plain'

/** The words looked for inside the process, as they are in the address; empty where nothing is. */
export function useSought(): string {
  const { achar } = useSearch({ strict: false })
  return achar ?? ''
}

/** The word by which a viewer that looks for one thing at a time begins: the longest, for it says the most. */
export function mainWord(words: string): string {
  return words.split(/\s+/u).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

/** Each word looked for, without accents or capitals. */
export function soughtWords(words: string): string[] {
  return plain(words).match(/[\p{L}\p{N}]+/gu) ?? []
}
