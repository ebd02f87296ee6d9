import { describe, expect, it } from 'vitest'
import { cleanPastedHtml } from '../../src/editor/schema/wordPaste'
import { citationHtml } from '../../src/process/copying'
import { addressesIn, withAddresses } from '../../src/mail/addresses'

/** PRO-21: what is copied to be cited survives the cleaning of what is pasted. */
describe('citation on the clipboard', () => {
  it('is what the editor reads as a citation', () => {
    const html = citationHtml('document', '0000123')
    expect(cleanPastedHtml(html)).toBe('<span data-document-reference="" data-number="0000123">0000123</span>')
    expect(citationHtml('process', '01101.000001/2026-26')).toContain('data-process-reference')
  })

  it('carries a number as data, never as markup', () => {
    expect(citationHtml('document', '<img src=x>')).not.toContain('<img')
  })
})

/** DOC-22: addresses typed or pasted in any way. */
describe('addresses', () => {
  it('are found between commas, semicolons, lines and angle brackets, each once', () => {
    expect(addressesIn(' a@b.co; c@d.co,\n<a@b.co> ')).toEqual(['a@b.co', 'c@d.co'])
    expect(addressesIn('  ')).toEqual([])
    expect(withAddresses('a@b.co', ['c@d.co', 'a@b.co'])).toBe('a@b.co, c@d.co')
  })
})
