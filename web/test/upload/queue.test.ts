// @vitest-environment node
/** DOC-08: three files at a time, each with its own fate. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nextFiles, type QueuedFile, type QueueEvent, reduceQueue } from '../../src/upload/queue'
import { ACCEPTED_EXTENSIONS, LARGEST_FILE_BYTES, mediaTypeOf, refusalOf } from '../../src/upload/rules'
import { acceptedSentence, EVERY_FILE } from '../../src/upload/accepted'

const file = (key: string, refusal: string | null = null) => ({ key, name: `${key}.pdf`, size: 10, refusal })
const run = (...events: QueueEvent[]): QueuedFile[] => events.reduce(reduceQueue, [])
const added: QueueEvent = { type: 'added', files: ['a', 'b', 'c', 'd'].map((key) => file(key)) }
const advanced = (key: string, phase: QueuedFile['phase']): QueueEvent => ({ type: 'advanced', key, phase })

test('three files go at once and the fourth waits', () => {
  expect(nextFiles(run(added)).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
})

test('when one settles the next takes its place', () => {
  const queue = run(added, advanced('a', 'sending'), advanced('b', 'hashing'), advanced('c', 'inspecting'))
  expect(nextFiles(queue)).toEqual([])
  expect(nextFiles(reduceQueue(queue, advanced('b', 'accepted'))).map(({ key }) => key)).toEqual(['d'])
})

test('files change places one step at a time, and never leave the list', () => {
  const names = (queue: QueuedFile[]) => queue.map(({ key }) => key).join('')
  expect(names(run(added, { type: 'moved', key: 'c', by: -1 }))).toBe('acbd')
  expect(names(run(added, { type: 'moved', key: 'a', by: 1 }))).toBe('bacd')
  expect(names(run(added, { type: 'moved', key: 'a', by: -1 }, { type: 'moved', key: 'd', by: 1 }))).toBe('abcd')
})

test('order by name counts numbers as people do', () => {
  const files = ['Anexo 10', 'anexo 2', 'Ânexo 1'].map((key) => file(key))
  const sorted = run({ type: 'added', files }, { type: 'sorted' })
  expect(sorted.map(({ key }) => key)).toEqual(['Ânexo 1', 'anexo 2', 'Anexo 10'])
})

test('an accepted file knows what the server calls it', () => {
  const queue = run(added, { type: 'advanced', key: 'a', phase: 'accepted', uploadId: 'u1' })
  expect(queue.map(({ uploadId }) => uploadId)).toEqual(['u1', null, null, null])
})

test('a file refused here is never sent', () => {
  const queue = run({ type: 'added', files: [file('a', 'Arquivo vazio.')] })
  expect(queue[0]).toMatchObject({ phase: 'refused', reason: 'Arquivo vazio.' })
  expect(nextFiles(queue)).toEqual([])
})

test('what arrives after cancelling changes nothing', () => {
  const queue = run(added, advanced('a', 'sending'), { type: 'cancelled', key: 'a' }, advanced('a', 'accepted'))
  expect(queue[0]?.phase).toBe('cancelled')
})

test('a failed file may be tried again, a refused one may not', () => {
  const queue = run(added, advanced('a', 'failed'), advanced('b', 'refused'))
  const again = [{ type: 'retried', key: 'a' } as const, { type: 'retried', key: 'b' } as const].reduce(
    reduceQueue,
    queue,
  )
  expect(again[0]?.phase).toBe('queued')
  expect(again[1]?.phase).toBe('refused')
})

test.each([
  [{ name: 'vazio.pdf', size: 0 }, /vazio/],
  [{ name: 'grande.pdf', size: LARGEST_FILE_BYTES + 1 }, /limite/],
  [{ name: 'programa.exe', size: 10 }, /\.exe não são aceitos/],
  [{ name: 'semextensao', size: 10 }, /extensão/],
])('%o is refused before sending', (chosen, reason) => {
  expect(refusalOf(chosen, EVERY_FILE)).toMatch(reason)
})

test('a common file passes, with the type its name says', () => {
  expect(refusalOf({ name: 'Ofício.PDF', size: 10 }, EVERY_FILE)).toBeNull()
  expect(mediaTypeOf('Ofício.PDF')).toBe('application/pdf')
})

test('the list here is the list the server accepts', () => {
  const server = readFileSync(new URL('../../../chalicelib/domain/file_types.py', import.meta.url), 'utf8')
  const extensions = Array.from(server.matchAll(/^ {12}\("(\w+)", /gm), ([, extension]) => extension)
  expect(ACCEPTED_EXTENSIONS.toSorted()).toEqual(extensions.toSorted())
})

test('what the city takes less of is refused and told by the field (ACC-15)', () => {
  const taken = new Map([
    ['pdf', 2 * 1024 * 1024],
    ['zip', 1024 * 1024],
  ])
  expect(refusalOf({ name: 'a.mp4', size: 10 }, taken)).toMatch(/\.mp4 não são aceitos/)
  expect(refusalOf({ name: 'a.zip', size: 1024 * 1024 + 1 }, taken)).toMatch(/limite de 1 MB/)
  expect(acceptedSentence(taken)).toBe('Até 2 MB por arquivo. Tipos aceitos: pdf, zip (até 1 MB).')
})
