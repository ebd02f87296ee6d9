import { type ContentNode, nodeText } from '../content'

/** What changed between two versions of a document (DOC-05), by paragraph and, inside it, by word. */
export type SpanKind = 'same' | 'removed' | 'added'

export interface DifferenceSpan {
  kind: SpanKind
  text: string
}

export interface DifferenceBlock {
  kind: SpanKind | 'changed'
  label: string
  spans: DifferenceSpan[]
}

interface TextBlock {
  label: string
  text: string
}

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'horizontalRule', 'pageBreak', 'tableOfContents', 'formAnswer', 'image'])

function textBlocks(document: ContentNode): TextBlock[] {
  const blocks: TextBlock[] = []
  const walk = (node: ContentNode, place: string): void => {
    if (TEXT_BLOCKS.has(node.type)) {
      const label = node.type === 'paragraph' && place ? place : node.type
      blocks.push({ label, text: nodeText(node) })
      return
    }
    const inner =
      node.type === 'listItem' || node.type === 'tableCell' || node.type === 'tableHeader' ? node.type : place
    ;(node.content ?? []).forEach((child) => walk(child, inner))
  }
  walk(document, '')
  return blocks
}

type Edit<T> = { kind: SpanKind; before?: T; after?: T }

/**
 * Longest common subsequence. Quadratic, so the equal start and end are set aside first; what remains of two
 * versions of one text is short.
 */
function align<T>(before: readonly T[], after: readonly T[], equal: (a: T, b: T) => boolean): Edit<T>[] {
  let start = 0
  while (start < before.length && start < after.length && equal(before[start] as T, after[start] as T)) start += 1
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    equal(before[before.length - 1 - end] as T, after[after.length - 1 - end] as T)
  ) {
    end += 1
  }
  const same = (from: number, to: number, shift: number): Edit<T>[] =>
    before
      .slice(from, to)
      .map((item, index) => ({ kind: 'same', before: item, after: after[from + index + shift] as T }))
  return [
    ...same(0, start, 0),
    ...alignMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end), equal),
    ...same(before.length - end, before.length, after.length - before.length),
  ]
}

function alignMiddle<T>(before: readonly T[], after: readonly T[], equal: (a: T, b: T) => boolean): Edit<T>[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = equal(before[row] as T, after[column] as T)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const edits: Edit<T>[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const old = before[row]
    const current = after[column]
    if (row < before.length && column < after.length && equal(old as T, current as T)) {
      edits.push({ kind: 'same', before: old as T, after: current as T })
      row += 1
      column += 1
    } else if (column >= after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1))) {
      edits.push({ kind: 'removed', before: old as T })
      row += 1
    } else {
      edits.push({ kind: 'added', after: current as T })
      column += 1
    }
  }
  return edits
}

function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}_-]+|[^\s\p{L}\p{N}_-]/gu) ?? []
}

function joined(spans: DifferenceSpan[]): DifferenceSpan[] {
  const result: DifferenceSpan[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && last.kind === span.kind) last.text += span.text
    else result.push({ ...span })
  }
  return result
}

function compareWords(before: string, after: string): DifferenceSpan[] {
  const edits = align(words(before), words(after), (a, b) => a === b)
  return joined(
    edits.map((edit) => ({ kind: edit.kind, text: (edit.kind === 'removed' ? edit.before : edit.after) ?? '' })),
  )
}

/** Two paragraphs are one rewritten paragraph when they share at least a third of the longer one's words. */
function isRewrite(before: string, after: string): boolean {
  const meaningful = (text: string) => words(text).filter((word) => word.trim().length > 0)
  const [old, current] = [meaningful(before), new Set(meaningful(after))]
  const longest = Math.max(old.length, current.size)
  return longest > 0 && old.filter((word) => current.has(word)).length * 3 >= longest
}

function changedBlock(before: TextBlock, after: TextBlock): DifferenceBlock {
  return { kind: 'changed', label: after.label, spans: compareWords(before.text, after.text) }
}

function wholeBlock(kind: SpanKind, block: TextBlock): DifferenceBlock {
  return { kind, label: block.label, spans: [{ kind, text: block.text }] }
}

function pairRewrites(edits: Edit<TextBlock>[]): DifferenceBlock[] {
  const blocks: DifferenceBlock[] = []
  let removed: TextBlock[] = []
  const flush = () => {
    blocks.push(...removed.map((block) => wholeBlock('removed', block)))
    removed = []
  }
  for (const edit of edits) {
    if (edit.kind === 'removed' && edit.before) removed.push(edit.before)
    else if (edit.kind === 'added' && edit.after) {
      const after = edit.after
      const index = removed.findIndex((block) => isRewrite(block.text, after.text))
      const before = removed[index]
      if (before) {
        blocks.push(
          ...removed
            .splice(0, index + 1)
            .slice(0, -1)
            .map((block) => wholeBlock('removed', block)),
        )
        blocks.push(changedBlock(before, after))
      } else {
        flush()
        blocks.push(wholeBlock('added', after))
      }
    } else if (edit.after) {
      flush()
      blocks.push(wholeBlock('same', edit.after))
    }
  }
  flush()
  return blocks
}

export function compareDocuments(before: ContentNode, after: ContentNode): DifferenceBlock[] {
  const equal = (a: TextBlock, b: TextBlock) => a.text === b.text && a.label === b.label
  return pairRewrites(align(textBlocks(before), textBlocks(after), equal))
}

export function countChanges(blocks: readonly DifferenceBlock[]): number {
  return blocks.filter(({ kind }) => kind !== 'same').length
}
