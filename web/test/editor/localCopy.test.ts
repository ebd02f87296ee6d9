// @vitest-environment node
/** DOC-03: the copy on this computer belongs to one person and one document. */
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { copyKey, dropCopy, keepCopy, readCopy } from '../../src/editor/saving/localCopy'
import { letter } from './letters'

const copy = (user: string, text: string) => ({
  key: copyKey(user, 'doc'),
  content: letter(text),
  revision: 'r1',
  keptAt: '2026-11-23T13:00:00Z',
})

test('the last text written is the one found again', async () => {
  await keepCopy(copy('ana.lima', 'primeiro'))
  await keepCopy(copy('ana.lima', 'segundo'))
  expect((await readCopy(copyKey('ana.lima', 'doc')))?.content).toEqual(letter('segundo'))
})

test("a colleague on the same computer does not see another person's text", async () => {
  await keepCopy(copy('ana.lima', 'segredo'))
  expect(await readCopy(copyKey('beto.reis', 'doc'))).toBeNull()
})

test('a confirmed text is forgotten', async () => {
  await keepCopy(copy('ana.lima', 'x'))
  await dropCopy(copyKey('ana.lima', 'doc'))
  expect(await readCopy(copyKey('ana.lima', 'doc'))).toBeNull()
})
