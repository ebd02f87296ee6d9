import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Contact, Unit, UnitUser } from './types'

type ListOf<Item> = Item[] | { items: Item[] }

function listOf<Item>(answer: ListOf<Item>): Item[] {
  return Array.isArray(answer) ? answer : answer.items
}

const DIRECTORY_STALE_MS = 60_000

/** Units that can receive processes, by acronym or name (TRA-01). */
export function unitsQuery(query: string) {
  return queryOptions({
    queryKey: ['units', query],
    queryFn: async ({ signal }) => listOf(await api.get<ListOf<Unit>>('/units', { query: { query }, signal })),
    staleTime: DIRECTORY_STALE_MS,
    placeholderData: keepPreviousData,
  })
}

/** People a process may be assigned to (TRA-07). */
export function unitUsersQuery(unit: string) {
  return queryOptions({
    queryKey: ['unit-users', unit],
    queryFn: async ({ signal }) => listOf(await api.get<ListOf<UnitUser>>(`/units/${unit}/users`, { signal })),
    staleTime: DIRECTORY_STALE_MS,
  })
}

/** Address book: interested parties, senders and addressees (PRO-10). */
export function contactsQuery(query: string) {
  return queryOptions({
    queryKey: ['contacts', query],
    queryFn: async ({ signal }) => listOf(await api.get<ListOf<Contact>>('/contacts', { query: { query }, signal })),
    staleTime: DIRECTORY_STALE_MS,
    placeholderData: keepPreviousData,
  })
}

export interface ContactInput {
  name: string
  kind: Contact['kind']
  document?: string
  email?: string
}

export function createContact(input: ContactInput, idempotencyKey: string): Promise<Contact> {
  return api.post<Contact>('/contacts', input, { idempotencyKey })
}

export interface Found {
  process: string
  document: string | null
}

/** Process or document by its number, typed with or without punctuation. */
export function findByNumber(number: string): Promise<Found> {
  return api.get<Found>('/find', { query: { number } })
}

export interface FoundByWords {
  items: { process: string; nup: string; type: string; specification: string; interested: string[] }[]
  more: boolean
}

/** Processes by the words of their specification, type or interested parties. */
export function foundByWordsQuery(words: string, enabled: boolean) {
  return queryOptions({
    queryKey: ['found', words],
    queryFn: ({ signal }) => api.get<FoundByWords>('/find/words', { query: { words }, signal }),
    enabled,
    staleTime: DIRECTORY_STALE_MS,
    placeholderData: keepPreviousData,
  })
}
