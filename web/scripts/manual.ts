/** The chapters of the manual as the pages show them: read once, when the site is built. */
import { marked, type Token, type Tokens } from 'marked'
import type { Block, Inline } from '../src/help/manual'

/** The name of a place inside a chapter, as GitHub makes it from a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
}

/** Raises for what the pages could not show, so that no chapter loses a piece unnoticed. */
export function blocksOf(markdown: string): Block[] {
  return marked.lexer(markdown).flatMap(block)
}

function block(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return []
    case 'heading': {
      const { depth, tokens, text } = token as Tokens.Heading
      return [{ kind: 'heading', level: depth, id: anchorOf(text), parts: inlines(tokens) }]
    }
    case 'paragraph':
    case 'text': {
      const { tokens, text } = token as Tokens.Paragraph
      return [{ kind: 'paragraph', parts: tokens ? inlines(tokens) : [text] }]
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List
      return [{ kind: 'list', ordered, items: items.map((item) => item.tokens.flatMap(block)) }]
    }
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }]
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens))
      return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }]
    }
    default:
      throw new Error(`the manual has a ${token.type}, which the pages do not show`)
  }
}

function inlines(tokens: Token[]): Inline[] {
  return tokens.map(inline)
}

function inline(token: Token): Inline {
  switch (token.type) {
    case 'text':
    case 'escape':
      // Not every computer's fonts have the sign of the table of permissions.
      return (token as Tokens.Text).text.replace(/\s*\n\s*/g, ' ').replaceAll('\u2713', 'sim')
    case 'strong':
      return { kind: 'strong', parts: inlines((token as Tokens.Strong).tokens) }
    case 'em':
      return { kind: 'emphasis', parts: inlines((token as Tokens.Em).tokens) }
    case 'codespan':
      return { kind: 'code', text: (token as Tokens.Codespan).text }
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      return { kind: 'link', to: href, parts: inlines(tokens) }
    }
    case 'image': {
      const { href, text } = token as Tokens.Image
      return { kind: 'picture', file: href.replace(/^screenshots\//, ''), says: text }
    }
    default:
      throw new Error(`the manual has a ${token.type} in its text, which the pages do not show`)
  }
}
