import { infiniteQueryOptions, queryOptions, type Query } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { InboxCounters, InboxPage, InboxRow } from './types'

export interface InboxFilters {
  tab: 'received' | 'generated' | 'all'
  /** `me`, `none` or a user id. */
  assigned?: string | undefined
  type?: string | undefined
  unread?: boolean | undefined
  /** A label, a checkpoint, or `none`. */
  label?: string | undefined
  checkpoint?: string | undefined
  /** A step of a flow, as `flow/step`. */
  step?: string | undefined
  due?: 'any' | 'soon' | 'overdue' | undefined
  returns?: 'to_give' | 'awaited' | undefined
}

const POLL_MS = 30_000
const LONG_POLL_MS = 90_000
const FEW_PAGES = 2

export const inboxKey = ['inbox'] as const

/** The unit's inbox in pages of 50 (PRO-01). The unit is part of the key: changing it must not show the other's rows. */
export function inboxQuery(unit: string, filters: InboxFilters) {
  return infiniteQueryOptions({
    queryKey: [...inboxKey, unit, filters],
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchInbox({ ...filters, cursor: pageParam }, signal)
      if (!pageParam) queryClient.setQueryData(countersKey(unit), page.counters)
      return page
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: InboxPage) => page.next_cursor,
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 1) <= FEW_PAGES ? POLL_MS : LONG_POLL_MS),
  })
}

/**
 * Processes that the unit's inbox last said are new or have news: no call is made for it. The lists of what left the
 * inbox have a key below the inbox's too, and rows that say none of this.
 */
export function withNews(unit: string): ReadonlySet<string> {
  const pages = queryClient
    .getQueriesData<{ pages: InboxPage[] }>({ queryKey: [...inboxKey, unit] })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? [])
  return new Set(pages.filter((row) => row.unread || row.signals.length > 0).map((row) => row.process))
}

/** What the numbers take to follow an act: they move in an event of their own (docs/decisions/conducting.md). */
const COUNTED_MS = 4000
let counted: ReturnType<typeof setTimeout> | undefined

/** After any act: the lists at once, and once more when the numbers have followed, lest the old ones stay until the next round. */
export async function refreshInbox(): Promise<void> {
  clearTimeout(counted)
  counted = setTimeout(() => void askAgain(isShort), COUNTED_MS)
  await askAgain()
}

async function askAgain(predicate?: (list: Query) => boolean): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['inbox-counters'] })
  await queryClient.invalidateQueries({ queryKey: inboxKey, ...(predicate ? { predicate } : {}) })
}

/** Each page of a longer one would be a call more. */
function isShort({ state }: Query): boolean {
  return ((state.data as { pages?: unknown[] } | undefined)?.pages?.length ?? 1) <= FEW_PAGES
}

function fetchInbox(filters: InboxFilters & { cursor?: string | null }, signal: AbortSignal): Promise<InboxPage> {
  const { unread, ...rest } = filters
  return api.get<InboxPage>('/inbox', { query: { ...rest, unread: unread ? true : undefined }, signal })
}

const MOST_PAGES = 40

/** Everything of the unit that one person has in hands, page after page. */
export async function fetchAllAssigned(person: string): Promise<InboxRow[]> {
  const rows: InboxRow[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // Each page says where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const answer: InboxPage = await api.get<InboxPage>('/inbox', { query: { tab: 'all', assigned: person, cursor } })
    rows.push(...answer.items)
    cursor = answer.next_cursor
    if (!cursor) break
  }
  return rows
}

export function countersKey(unit: string) {
  return ['inbox-counters', unit] as const
}

/** Numbers for the menu; the inbox screen fills them without a call of its own. */
export function countersQuery(unit: string, enabled: boolean) {
  return queryOptions({
    queryKey: countersKey(unit),
    queryFn: async ({ signal }): Promise<InboxCounters> => (await fetchInbox({ tab: 'received' }, signal)).counters,
    enabled,
    staleTime: POLL_MS,
    refetchInterval: enabled ? POLL_MS * 2 : false,
  })
}
