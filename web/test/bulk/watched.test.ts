/** Issue 6 §1: what was asked for on many processes is still followed after the page is loaded again. */
import { beforeEach, expect, test, vi } from 'vitest'

const loaded = async () => {
  vi.resetModules()
  return import('../../src/bulk/watched')
}

beforeEach(() => sessionStorage.clear())

test('jobs are followed again until they are dismissed, or the person leaves', async () => {
  const first = await loaded()
  first.watchJob('j1')
  first.watchJob('j2')
  const again = await loaded()
  expect(again.watchedJobs()).toEqual(['j2', 'j1'])
  again.leaveJob('j2')
  expect((await loaded()).watchedJobs()).toEqual(['j1'])
  ;(await loaded()).forgetJobs()
  expect((await loaded()).watchedJobs()).toEqual([])
})

test('what another program left there follows nothing', async () => {
  sessionStorage.setItem('iperoig.jobs', '{"j1": true}')
  expect((await loaded()).watchedJobs()).toEqual([])
})
