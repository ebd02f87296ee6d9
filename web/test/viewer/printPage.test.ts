import { afterEach, describe, expect, it, vi } from 'vitest'
import { printPage } from '../../src/viewer/printPage'

/** DOC-23: printing what is read, from the screen. */
describe('printing a document', () => {
  afterEach(() => document.querySelectorAll('.print-frame').forEach((frame) => frame.remove()))

  it('prints the document alone, where no script may run, and leaves nothing behind', () => {
    const frame = printPage('<html><body><p>Defiro.</p></body></html>', 'Despacho (0000123)')
    const page = Object.assign(new EventTarget(), { focus: vi.fn(), print: vi.fn() })
    Object.defineProperty(frame, 'contentWindow', { value: page })
    expect(frame.srcdoc).toContain('Defiro.')
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin allow-modals')
    frame.dispatchEvent(new Event('load'))
    expect(page.print).toHaveBeenCalledOnce()
    page.dispatchEvent(new Event('afterprint'))
    expect(document.querySelector('.print-frame')).toBeNull()
  })
})
