import { describe, expect, it } from 'vitest'
import { folded, pagesOf, search } from '../../src/filetext/search'

const pages = pagesOf('Licitação nº 12\nPregão eletrônico\fsem nada\fA LICITACAO\nDESERTA')

describe('text of a file (DOC-08)', () => {
  it('has its pages apart by form feeds', () => {
    expect(pages.map((page) => page.number)).toEqual([1, 2, 3])
    expect(pagesOf('')).toEqual([{ number: 1, text: '' }])
  })

  it('is found whatever the case and the accents, and shown as it is written', () => {
    const found = search(pages, 'licitação')
    expect(found.map((page) => [page.number, page.hits])).toEqual([
      [1, 1],
      [3, 1],
    ])
    expect(found[0]?.pieces).toEqual([
      { text: 'Licitação', hit: true },
      { text: ' nº 12\nPregão eletrônico', hit: false },
    ])
    expect(found[1]?.pieces.map((piece) => piece.text).join('')).toBe('A LICITACAO\nDESERTA')
  })

  it('is found where words go on in the next line', () => {
    expect(search(pages, '12 pregao')[0]?.hits).toBe(1)
  })

  it('takes what is typed for letters, never for a pattern', () => {
    expect(search(pages, '.*')).toEqual([])
    expect(search(pagesOf('custa R$ 1.000 (mil)'), 'r$ 1.000 (')[0]?.hits).toBe(1)
  })

  it('is shown whole while nothing is looked for', () => {
    expect(search(pages, '  ')).toHaveLength(3)
  })

  it('keeps every place when it is folded', () => {
    const odd = 'İß ﬁm 😀 Ação'
    expect(folded(odd)).toHaveLength(odd.length)
    expect(search(pagesOf(odd), 'acao')[0]?.pieces.at(-1)).toEqual({ text: 'Ação', hit: true })
  })
})
