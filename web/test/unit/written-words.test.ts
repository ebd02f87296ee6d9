import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SOURCES = join(import.meta.dirname, '../../src')
/** Attributes whose text a person sees or hears. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'title', 'placeholder', 'label', 'description', 'confirm'])
/** Addresses of sections of the manual, made of their headings: nobody reads them. */
const ADDRESSES = 'help/sections.ts'
const LETTER = /\p{L}/u
/** What only Portuguese writes, and words that begin as a sentence does: neither is a name in the code. */
const PORTUGUESE = /[ãõçáéíóúâêôà]/i
const BEGINS = /^\p{Lu}\p{Ll}+ \p{Ll}/u

function files(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.startsWith('messages/') && path !== ADDRESSES)
    .toSorted()
}

/** Texts written in a source that a person would see: `line: text`. */
export function visible(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found: string[] = []
  const tell = (node: ts.Node, words: string) =>
    found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words.trim().slice(0, 60)}`)
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTER.test(node.text)) tell(node, node.text)
    else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const attribute = ts.isJsxAttribute(node.parent) ? node.parent.name.getText() : ''
      const drawn = ts.isJsxExpression(node.parent) && !ts.isJsxAttribute(node.parent.parent)
      const spoken = SPOKEN.has(attribute) || drawn
      const sentence = PORTUGUESE.test(node.text) || BEGINS.test(node.text)
      // Where a screen is told of in the manual: the address of a heading.
      const address = ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'at'
      if (!ts.isImportDeclaration(node.parent) && !address && LETTER.test(node.text) && (spoken || sentence)) tell(node, node.text)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

describe('words that a person reads', () => {
  it('are in the messages and nowhere else', () => {
    const found = files().flatMap((path) => {
      return visible(path, readFileSync(join(SOURCES, path), 'utf8')).map((each) => `${path}:${each}`)
    })
    expect(found).toEqual([])
  })

  it.each([
    ['<p>Nada aqui</p>', 1],
    ['<p>{"Nada"}</p>', 1],
    ['<input placeholder="Procurar" />', 1],
    ['<input type="text" className="field wide" />', 0],
    ['announce("Processo enviado")', 1],
    ['announce("não")', 1],
    ['announce(`Faltam ${n} itens`)', 0],
    ['announce(`Faltam muitos ${n}`)', 1],
    ['const code = "session_expired"', 0],
  ])('are told from names: %s', (source, many) => {
    expect(visible('x.tsx', source)).toHaveLength(many)
  })
})
