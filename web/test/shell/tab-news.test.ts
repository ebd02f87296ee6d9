/** issue 6 §1: what a tab says of its process comes from the unit's inbox alone. */
import { afterEach, expect, test } from 'vitest'
import { inboxQuery, withNews } from '../../src/api/inbox'
import { queryClient } from '../../src/api/query-client'
import { awayQuery } from '../../src/api/ties'
import type { InboxRow } from '../../src/api/types'

afterEach(() => queryClient.clear())

const row = (process: string, unread: boolean, signals: string[]) => ({ process, unread, signals }) as unknown as InboxRow

function said(key: readonly unknown[], ...items: unknown[]) {
  queryClient.setQueryData(key, { pages: [{ items }], pageParams: [null] })
}

test('what is new or has news is told, and the lists of what left the inbox are not asked', () => {
  said(inboxQuery('prot', { tab: 'all' }).queryKey, row('new', true, []), row('old', false, []), row('signed', false, ['signed']))
  said(inboxQuery('rh', { tab: 'all' }).queryKey, row('elsewhere', true, []))
  said(awayQuery('prot', 'suspended', false).queryKey, { process: 'suspended', nup: '1' })
  expect([...withNews('prot')]).toEqual(['new', 'signed'])
})
