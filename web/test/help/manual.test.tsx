import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anchorOf, blocksOf } from '../../scripts/manual'
import { ChapterText } from '../../src/help/ChapterText'
import { addressOfPicture, CHAPTERS, placeOf, readChapter, searchChapters, sectionOf, type Block, type Inline } from '../../src/help/manual'
import { PANEL_SECTIONS, sectionFor, SECTIONS } from '../../src/help/sections'
import { readProcessSearch } from '../../src/process/search'
import { router } from '../../src/routes'

const MANUAL = new Map(await Promise.all(CHAPTERS.map(async (chapter) => [chapter, await readChapter(chapter)] as const)))

const anchors = (chapter: string) => MANUAL.get(chapter)?.flatMap((block) => (block.kind === 'heading' ? [block.id] : [])) ?? []

function* parts(blocks: Block[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.kind === 'list') for (const item of block.items) yield* parts(item)
    else if (block.kind === 'table') for (const cell of [...block.head, ...block.rows.flat()]) yield* within(cell)
    else if (block.kind !== 'code') yield* within(block.parts)
  }
}

function* within(inlines: Inline[]): Generator<Inline> {
  for (const part of inlines) {
    yield part
    if (typeof part !== 'string' && 'parts' in part) yield* within(part.parts)
  }
}

describe('what each screen is explained by', () => {
  it('every route has its section, and no section is of a route that is gone', () => {
    const routes = Object.values(router.routesByPath).map((route) => route.fullPath)
    expect(routes.length).toBeGreaterThan(50)
    expect(Object.keys(SECTIONS).toSorted()).toEqual([...new Set(routes)].toSorted())
  })

  it('every panel of a process has its section', () => {
    for (const painel of Object.keys(PANEL_SECTIONS)) expect(readProcessSearch({ painel })).toEqual({ painel })
    expect(sectionFor('/processo/$processId/documento/$documentId', 'fluxo')).toEqual(PANEL_SECTIONS['fluxo'])
    expect(sectionFor('/caixa', 'fluxo')).toEqual(SECTIONS['/caixa'])
  })

  it('every section is a chapter and a heading that exist', () => {
    const named = [...Object.values(SECTIONS), ...Object.values(PANEL_SECTIONS)]
    const lost = named.filter(({ chapter, section }) => !MANUAL.has(chapter) || (section && !anchors(chapter).includes(section)))
    expect(lost).toEqual([])
  })
})

describe('the manual as the screens show it', () => {
  it('every link of every chapter leads to a chapter and a heading that exist', () => {
    const lost = [...MANUAL].flatMap(([chapter, blocks]) =>
      [...parts(blocks)].filter((part) => {
        if (typeof part === 'string' || part.kind !== 'link') return false
        const place = placeOf(part.to, chapter)
        if (!place) return !/^(https?:|mailto:)/.test(part.to)
        return !MANUAL.has(place.chapter) || (place.section !== undefined && !anchors(place.chapter).includes(place.section))
      }),
    )
    expect(lost).toEqual([])
  })

  it('every picture has its file', () => {
    const pictures = [...MANUAL.values()].flatMap((blocks) => [...parts(blocks)]).filter((part) => typeof part !== 'string' && part.kind === 'picture')
    expect(pictures.length).toBeGreaterThan(30)
    expect(pictures.filter((part) => typeof part !== 'string' && part.kind === 'picture' && !addressOfPicture(part.file))).toEqual([])
  })

  it('a piece of Markdown that the screens cannot show stops the build', () => {
    expect(() => blocksOf('> citado')).toThrow('blockquote')
    expect(() => blocksOf('um ~~texto~~ riscado')).toThrow('del')
  })

  it('a heading is found by the anchor that it has on the site of the project', () => {
    expect(anchorOf('Órgãos, unidades e tabelas')).toBe('órgãos-unidades-e-tabelas')
    expect(anchorOf('Enviou por engano?')).toBe('enviou-por-engano')
  })

  it('a section ends where the next of its size begins', () => {
    const blocks = blocksOf('# Um\n\n## A\n\na\n\n### A1\n\na1\n\n## B\n\nb')
    expect(sectionOf(blocks, 'a').map((block) => (block.kind === 'heading' ? block.id : '·'))).toEqual(['a', '·', 'a1', '·'])
    expect(sectionOf(blocks, undefined)).toEqual(blocks)
  })
})

describe('searching the manual', () => {
  const chapters = [...MANUAL].map(([chapter, blocks]) => ({ chapter, blocks }))

  it('finds the section by words without accents, those in the title first', () => {
    const [first] = searchChapters(chapters, 'LISTA verificacao')
    expect(first).toMatchObject({ chapter: 'organizar', section: 'lista-de-verificação' })
  })

  it('asks for every word', () => {
    expect(searchChapters(chapters, 'lixeira')).not.toEqual([])
    expect(searchChapters(chapters, 'lixeira paralelepípedo')).toEqual([])
    expect(searchChapters(chapters, '  ')).toEqual([])
  })

  it('tells a row of a table as a sentence, and begins where a sentence begins (issue 6)', () => {
    const rules = '# Regras\n\nUm ato por linha.\n\n| Ato | Básico | Ouvidoria | Auditoria |\n|---|:-:|:-:|:-:|\n| Ler | ✓ | ✓ | ✓ |\n| Dar ciência |  | ✓ | ✓ |'
    const [hit] = searchChapters([{ chapter: 'regras', blocks: blocksOf(rules) }], 'ciencia')
    expect(hit?.excerpt).toBe('Dar ciência: Ouvidoria, Auditoria.')
  })

  it('no extract of the whole manual repeats the mark of a table or stops inside a word (issue 6)', () => {
    for (const word of ['unidade', 'processo', 'senha', 'consultar', 'acervo', 'documento']) {
      const excerpts = searchChapters(chapters, word).map((hit) => hit.excerpt)
      expect(excerpts.filter((one) => /sim sim/.test(one))).toEqual([])
      expect(excerpts.filter((one) => one && !/[.:;!?…]$/.test(one))).toEqual([])
    }
  })
})

it('a link of a chapter stays inside the help', async () => {
  const went: unknown[] = []
  const blocks = blocksOf('Leia [a caixa](caixa.md#filtrar) e **veja**.')
  render(<ChapterText chapter="index" blocks={blocks} below={2} onGo={(place) => went.push(place)} />)
  await userEvent.click(screen.getByRole('link', { name: 'a caixa' }))
  expect(went).toEqual([{ chapter: 'caixa', section: 'filtrar' }])
})
