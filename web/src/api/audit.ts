import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { PersonLite, UnitLite } from './types'

export interface Access {
  id: string
  at: string
  user: PersonLite
  unit: UnitLite
  action: string
  title: string
  process: string
  nup: string
  document: string
  number: string
  address: string
  session: string
  people: string[]
}

export interface AuditRule {
  category: string
  title: string
  since: 'public' | 'restricted' | 'confidential' | null
  acts: { action: string; title: string }[]
}

export interface AccessFilters {
  user: string
  unit: string
  action: string
  process: string
  address: string
  since: string
  until: string
}

/** What is empty is not asked. */
function asked(filters: AccessFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
}

export function accessesQuery(filters: AccessFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: Access[]; next_cursor: string | null }>('/audit/accesses', {
        query: { ...asked(filters), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    // Each question is recorded: none is asked that nobody asked.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export const auditRulesQuery = queryOptions({
  queryKey: ['audit-rules'],
  queryFn: ({ signal }) => api.get<{ items: AuditRule[] }>('/audit/rules', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const exportAccesses = (filters: AccessFilters) =>
  api.get<{ content: string; rows: number; complete: boolean }>('/audit/accesses/export', { query: asked(filters) })

export type PersonKind = 'user' | 'contact'

export interface FoundPerson {
  kind: PersonKind
  id: string
  name: string
  note: string
}

export interface ReportSection {
  title: string
  note: string
  headings: string[]
  rows: string[][]
  complete: boolean
  /** After what it goes on, of what is read page by page. */
  next: string | null
}

export interface PersonReport {
  kind: PersonKind
  id: string
  name: string
  made_at: string
  sections: ReportSection[]
}

const reportPath = (person: { kind: PersonKind; id: string }) => `/audit/people/${person.kind}/${encodeURIComponent(person.id)}`

export function peopleQuery(query: string) {
  return queryOptions({
    queryKey: ['audit-people', query],
    queryFn: ({ signal }) => api.get<{ items: FoundPerson[] }>('/audit/people', { query: { query }, signal }),
    enabled: query.trim().length >= 3,
    staleTime: 60_000,
  })
}

export function personReportQuery(person: FoundPerson) {
  return queryOptions({
    queryKey: ['person-report', person.kind, person.id],
    queryFn: ({ signal }) => api.get<PersonReport>(reportPath(person), { signal }),
    // Each report is recorded: none is made that nobody asked for.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** The processes under those already told of, page after page. */
export function moreProcessesQuery(person: { kind: PersonKind; id: string }, after: string) {
  return infiniteQueryOptions({
    queryKey: ['person-report', person.kind, person.id, 'processes', after],
    queryFn: ({ pageParam, signal }) => api.get<ReportSection>(`${reportPath(person)}/processes`, { query: { after: pageParam }, signal }),
    initialPageParam: after,
    getNextPageParam: (page) => page.next,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

interface ReportSheet {
  content: string
  rows: number
  complete: boolean
  next: string | null
}

/** The whole sheet, put together of as many parts as there are. */
export async function exportReport(person: FoundPerson): Promise<ReportSheet> {
  const path = `${reportPath(person)}/export`
  let whole = await api.get<ReportSheet>(path)
  while (whole.next) {
    const part = await api.get<ReportSheet>(path, { query: { after: whole.next } })
    whole = {
      content: whole.content + part.content,
      rows: whole.rows + part.rows,
      complete: whole.complete && part.complete,
      next: part.next,
    }
  }
  return whole
}
