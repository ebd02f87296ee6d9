// @vitest-environment node
/** DOC-03: a document is shown where nothing can run. */
import { expect, test } from 'vitest'
import { framePage } from '../../src/viewer/framePage'

test("the server's page is shown as it came", () => {
  const page = '<!doctype html><html><body>x</body></html>'
  expect(framePage(page)).toBe(page)
})

test('a fragment gets a page whose policy lets nothing load', () => {
  expect(framePage('<p>x</p>')).toMatch(/Content-Security-Policy" content="default-src 'none'/)
})
