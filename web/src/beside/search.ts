/** What is read beside the text that is being written, as it appears in the address (web.md, W3). */
export interface WritingSearch {
  /** A document; empty while one is being chosen. */
  ler?: string
  /** The process it is of, where that is another one. */
  de?: string
}

export function readWritingSearch(raw: Record<string, unknown>): WritingSearch {
  if (typeof raw['ler'] !== 'string') return {}
  const of = raw['de']
  return typeof of === 'string' && of ? { ler: raw['ler'], de: of } : { ler: raw['ler'] }
}

/** Read a document of a process, or with an empty one choose among those of it. */
export function reading(own: string, process: string, document: string): WritingSearch {
  return process === own ? { ler: document } : { ler: document, de: process }
}
