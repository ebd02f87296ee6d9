// @vitest-environment node
/** DOC-03: a document is shown where nothing can run. */
import { expect, test } from 'vitest'
import { framePage } from '../../src/viewer/framePage'

test("the server's page is shown as it came", () => {
  const page = '<!doctype html><html><body>x</body></html>'
  expect(framePage(page)).toBe(page)
})

test('links to other parts of the page stay inside the frame', () => {
  const page = '<!doctype html><a id="chamada-1" role="doc-noteref" href="#nota-1">1</a> &lt;a href="#x"> <a href="https://a.b/#c">'
  const shown = page.replace('href="#nota-1"', 'href="about:srcdoc#nota-1"')
  expect(framePage(page)).toBe(shown)
})

test('a fragment gets a page whose policy lets nothing load', () => {
  expect(framePage('<p>x</p>')).toMatch(/Content-Security-Policy" content="default-src 'none'/)
})
