// @vitest-environment node
/** DOC-03, ASVS 14.3.3: the copy on this computer belongs to one person and one document, and is read by their key. */
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { api } from '../../src/api/client'
import { DraftKey } from '../../src/editor/saving/draftKey'
import { copyKey, dropCopy, keepCopy, readCopy } from '../../src/editor/saving/localCopy'
import { letter } from './letters'

/** After entering: what the server lends to that person. */
function entered(person: string): DraftKey {
  const key = btoa(person.padEnd(32, '.'))
  vi.spyOn(api, 'get').mockResolvedValue({ key })
  const safe = new DraftKey()
  void safe.key()
  return safe
}

afterEach(() => vi.restoreAllMocks())

const copy = (user: string, text: string) => ({
  key: copyKey(user, 'doc'),
  content: letter(text),
  revision: 'r1',
  keptAt: '2026-11-23T13:00:00Z',
})

async function everythingKept(): Promise<string> {
  const names = (await indexedDB.databases()).map((one) => one.name ?? '')
  const kept: string[] = []
  for (const name of names) {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name)
      request.addEventListener('success', () => resolve(request.result))
    })
    for (const store of database.objectStoreNames) {
      const found = await new Promise<{ nonce?: Uint8Array; text?: ArrayBuffer }[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.addEventListener('success', () => resolve(request.result))
      })
      for (const one of found) {
        kept.push(JSON.stringify(one), one.text ? new TextDecoder('latin1').decode(one.text) : '')
      }
    }
    database.close()
  }
  return kept.join('\n')
}

test('the last text written is the one found again', async () => {
  const safe = entered('ana.lima')
  await keepCopy(safe, copy('ana.lima', 'primeiro'))
  await keepCopy(safe, copy('ana.lima', 'segundo'))
  expect(await readCopy(safe, copyKey('ana.lima', 'doc'))).toEqual(copy('ana.lima', 'segundo'))
})

test("a colleague on the same computer does not see another person's text", async () => {
  await keepCopy(entered('ana.lima'), copy('ana.lima', 'segredo'))
  const colleague = entered('beto.reis')
  expect(await readCopy(colleague, copyKey('beto.reis', 'doc'))).toBeNull()
  expect(await readCopy(colleague, copyKey('ana.lima', 'doc'))).toBeNull()
})

test('what is kept says nothing, and opens again for the same person after entering anew', async () => {
  await keepCopy(entered('ana.lima'), copy('ana.lima', 'segredo de estado'))
  const kept = await everythingKept()
  expect(kept).toContain('ana.lima/doc')
  expect(kept).not.toContain('segredo')
  expect((await readCopy(entered('ana.lima'), copyKey('ana.lima', 'doc')))?.content).toEqual(letter('segredo de estado'))
})

test('a copy put under the name of another document is not taken for it', async () => {
  const safe = entered('ana.lima')
  const sealed = await safe.seal('ana.lima/doc', 'texto')
  expect(await safe.open('ana.lima/doc', sealed)).toBe('texto')
  await expect(safe.open('ana.lima/outro', sealed)).rejects.toThrow()
})

test('the key cannot be taken out of the browser', async () => {
  const key = await entered('ana.lima').key()
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('without a key nothing is kept, and it is asked for again', async () => {
  const get = vi.spyOn(api, 'get').mockRejectedValue(new Error('offline'))
  const safe = new DraftKey()
  await keepCopy(safe, copy('carla.dias', 'x'))
  expect(await readCopy(safe, copyKey('carla.dias', 'doc'))).toBeNull()
  get.mockResolvedValue({ key: btoa('carla.dias'.padEnd(32, '.')) })
  await keepCopy(safe, copy('carla.dias', 'y'))
  expect((await readCopy(safe, copyKey('carla.dias', 'doc')))?.content).toEqual(letter('y'))
})

test('a confirmed text is forgotten', async () => {
  const safe = entered('ana.lima')
  await keepCopy(safe, copy('ana.lima', 'x'))
  await dropCopy(copyKey('ana.lima', 'doc'))
  expect(await readCopy(safe, copyKey('ana.lima', 'doc'))).toBeNull()
})
