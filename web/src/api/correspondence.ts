import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { processKey } from './processes'
import type { components } from './schema'

type Schemas = components['schemas']

export type Email = Schemas['Email']

export interface EmailInput {
  sender: string
  to: string[]
  copies: string[]
  blind: string[]
  subject: string
  text: string
  documents: string[]
  /** Uploads that are no document of the process. */
  files: string[]
}

const SETTLING_MS = 4_000
const path = (process: string, rest: string) => `/processes/${encodeURIComponent(process)}${rest}`

export const emailFormQuery = (process: string) =>
  queryOptions({
    queryKey: [...processKey(process), 'email-form'],
    queryFn: ({ signal }) => api.get<Schemas['EmailOffer']>(path(process, '/email-form'), { signal }),
  })

/** An e-mail of the process; asked again while it is on its way, and not whenever the process changes: one that was
 * cancelled is shown to nobody. */
export const emailQuery = (process: string, document: string) =>
  queryOptions({
    queryKey: ['email', process, document],
    queryFn: ({ signal }) => api.get<Email>(path(process, `/emails/${encodeURIComponent(document)}`), { signal }),
    refetchInterval: ({ state }) => (state.data && ['waiting', 'sending'].includes(state.data.state) ? SETTLING_MS : false),
  })

/** Where a file that went with an e-mail can be read for about a minute. */
export const attachmentAddress = (process: string, document: string, place: number) =>
  api.get<Schemas['FileLink']>(path(process, `/emails/${encodeURIComponent(document)}/attachments/${place}`))

export const emailText = (process: string, text: string) =>
  api.get<Schemas['EmailText']>(path(process, `/email-texts/${encodeURIComponent(text)}`))

export type EmailGroup = Schemas['EmailGroup']

export const emailGroupsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['email-groups', unit],
    queryFn: ({ signal }) => api.get<Schemas['EmailGroups']>('/email-groups', { signal }),
  })

export const saveEmailGroup = (input: Omit<EmailGroup, 'id'>, idempotencyKey: string) =>
  api.post<Schemas['EmailGroupSaved']>('/email-groups', input, { idempotencyKey })

export const deleteEmailGroup = (group: string, idempotencyKey: string) =>
  api.delete<unknown>(`/email-groups/${encodeURIComponent(group)}`, { idempotencyKey })

export const sendEmail = (process: string, input: EmailInput, idempotencyKey: string) =>
  api.post<Schemas['Created']>(path(process, '/emails'), input, { idempotencyKey })
