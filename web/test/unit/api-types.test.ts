// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** The same as `npm run types` writes: whoever changes the API and not the types is told here. */
it('the types are those of the description that the API made of itself', async () => {
  const description = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as object
  const written = COMMENT_HEADER + astToString(await openapiTS(description as Parameters<typeof openapiTS>[0], { defaultNonNullable: false }))
  expect(readFileSync(join(ROOT, 'web/src/api/schema.d.ts'), 'utf8') === written).toBe(true)
})
