import { afterEach, describe, expect, it } from 'vitest'
import { areasOf, withAreas } from '../../src/redact/areas'
import { occurrences, pieces, selected, slice, withMark } from '../../src/redact/passages'

describe('marks on a text', () => {
  it('cuts a line where its marks begin and end, counting characters as the API does', () => {
    const text = 'Ana 🦜 Lima'
    expect(pieces(text, [{ line: 0, start: 4, end: 6 }])).toEqual([
      { text: 'Ana ', hidden: false },
      { text: '🦜 ', hidden: true },
      { text: 'Lima', hidden: false },
    ])
    expect(slice(text, { start: 6, end: 10 })).toBe('Lima')
  })

  it('joins marks that touch and keeps those of other lines', () => {
    const marks = [
      { line: 0, start: 0, end: 3 },
      { line: 1, start: 0, end: 3 },
    ]
    expect(withMark(marks, { line: 0, start: 3, end: 5 })).toEqual([
      { line: 0, start: 0, end: 5 },
      { line: 1, start: 0, end: 3 },
    ])
  })

  it('finds words without regard to case, accents and line breaks', () => {
    expect(occurrences(['De João\nda Silva', '🦜 JOAO DA SILVA e joao'], 'João da Silva')).toEqual([
      { line: 0, start: 3, end: 16 },
      { line: 1, start: 2, end: 15 },
    ])
    expect(occurrences(['João'], '  ')).toEqual([])
  })
})

describe('what is selected', () => {
  afterEach(() => document.body.replaceChildren())

  it('is told line by line', () => {
    document.body.innerHTML =
      '<div><p data-line="0"><span>🦜 Ana </span><mark>Lima</mark></p><p data-line="1"><span>Rua Guarani</span></p></div>'
    const [first, second] = [...document.querySelectorAll('p')]
    const range = new Range()
    range.setStart(first!.querySelector('span')!.firstChild!, 3)
    range.setEnd(second!.querySelector('span')!.firstChild!, 3)
    const selection = getSelection()!
    selection.removeAllRanges()
    selection.addRange(range)
    expect(selected(document.body, selection)).toEqual([
      { line: 0, start: 2, end: 10 },
      { line: 1, start: 0, end: 3 },
    ])
  })
})

describe('areas of a page', () => {
  const sheet = new DOMRect(100, 50, 200, 400)

  it('takes the boxes of one line as one, in ten-thousandths of the page', () => {
    const boxes = [new DOMRect(110, 70, 20, 10), new DOMRect(132, 71, 20, 10), new DOMRect(110, 90, 40, 10)]
    expect(areasOf(2, sheet, boxes)).toEqual([
      { page: 2, left: 500, top: 500, right: 2600, bottom: 775 },
      { page: 2, left: 500, top: 1000, right: 2500, bottom: 1250 },
    ])
  })

  it('leaves out a click, and what lies within another area', () => {
    expect(areasOf(1, sheet, [new DOMRect(110, 70, 0, 0)])).toEqual([])
    const whole = { page: 1, left: 0, top: 0, right: 10_000, bottom: 10_000 }
    const part = { page: 1, left: 5, top: 5, right: 100, bottom: 100 }
    expect(withAreas([whole], [part])).toEqual([whole])
    expect(withAreas([part], [whole])).toEqual([whole, part])
  })
})
