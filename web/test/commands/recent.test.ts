import { beforeEach, expect, it } from 'vitest'
import { forgetRecent, opened, recent } from '../../src/commands/recent'

const one = (id: string, level = 'public') => ({ id, nup: `nup ${id}`, type: 'Ofício', level })

beforeEach(forgetRecent)

it('keeps what was opened, the last one first and each once', () => {
  for (const id of ['a', 'b', 'a']) opened(one(id))
  expect(recent().map(({ id }) => id)).toEqual(['a', 'b'])
})

it('keeps no more than twelve', () => {
  for (let n = 0; n < 20; n += 1) opened(one(String(n)))
  expect(recent()).toHaveLength(12)
})

it('keeps no trace of a confidential process, not even of one that became so', () => {
  opened(one('a'))
  opened(one('a', 'confidential'))
  expect(recent()).toEqual([])
})

it('forgets everything when the person leaves', () => {
  opened(one('a'))
  forgetRecent()
  expect(recent()).toEqual([])
})
