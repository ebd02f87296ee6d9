import type { ContentNode, DocumentContent } from '../content'

/**
 * What a person wrote, inside the template's sections as the server has them now: locked sections come from
 * `current`, the others from `written`. Null when the two do not have the same sections.
 */
export function mergeSections(current: DocumentContent, written: DocumentContent): DocumentContent | null {
  if (current.content.length !== written.content.length) return null
  const sections: ContentNode[] = []
  for (const [index, section] of current.content.entries()) {
    const mine = written.content[index]
    if (!mine || mine.attrs?.['role'] !== section.attrs?.['role']) return null
    sections.push(section.attrs?.['locked'] ? section : { ...mine, ...(section.attrs ? { attrs: section.attrs } : {}) })
  }
  return { ...current, content: sections }
}
