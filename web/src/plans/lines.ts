import type { CodeName } from '../api/types'
import { plain } from '../ds/plain'

export interface Item {
  name: string
  document_types: string[]
}

const WITH_TYPES = /^(.*?)\s*\[([^\]]*)\]$/

/** Items as they are written: one in a line, the documents that begin it in brackets. */
export function written(items: readonly Item[], types: readonly CodeName[]): string {
  const nameOf = (code: string) => types.find((one) => one.code === code)?.name ?? code
  return items.map((item) => (item.document_types.length > 0 ? `${item.name} [${item.document_types.map(nameOf).join(', ')}]` : item.name)).join('\n')
}

/** What the lines say; `unknown` are documents that nobody registered. */
export function read(text: string, types: readonly CodeName[]): { items: Item[]; unknown: string[] } {
  const unknown: string[] = []
  const codeOf = (name: string) => {
    const found = types.find((one) => plain(one.name) === plain(name) || one.code === name)
    if (!found) unknown.push(name)
    return found?.code
  }
  const items = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): Item => {
      const found = WITH_TYPES.exec(line)
      const names = (found?.[2] ?? '').split(',').map((name) => name.trim()).filter(Boolean)
      return { name: found?.[1] ?? line, document_types: names.map(codeOf).filter((code) => code !== undefined) }
    })
  return { items, unknown }
}
