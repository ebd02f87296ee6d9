import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { components } from './schema'

type Schemas = components['schemas']
export type ServiceRow = Schemas['ServiceRow']
export type Service = Schemas['Service']
export type ServiceKey = Schemas['ServiceKeyView']
export type OfferedOperation = Schemas['OfferedOperation']
export type MadeServiceKey = Schemas['MadeServiceKey']
type Saved = Schemas['RegisterSaved']

/** What the record of changes calls the table of the systems. */
export const SERVICES = 'service-accounts'
const ROOT = '/administration/services'
const one = (code: string) => `${ROOT}/${encodeURIComponent(code)}`

/** The systems that act by the API, and what one may be given at all (ACC-09). */
export const servicesQuery = queryOptions({
  queryKey: ['administration', 'services'],
  queryFn: ({ signal }) => api.get<Schemas['Services']>(ROOT, { signal }),
})

export function serviceQuery(code: string) {
  return queryOptions({
    queryKey: ['administration', 'service', code],
    queryFn: ({ signal }) => api.get<Service>(one(code), { signal }),
  })
}

export type ServiceInput = Pick<
  Service,
  'name' | 'contact' | 'purpose' | 'operations' | 'units' | 'process_types' | 'networks' | 'valid_until'
>

export const registerService = (code: string, input: ServiceInput, idempotencyKey: string) =>
  api.post<Saved>(ROOT, { code, ...input }, { idempotencyKey })

export const changeService = (code: string, revision: number, input: ServiceInput, idempotencyKey: string) =>
  api.put<Saved>(one(code), input, { ifMatch: revision, idempotencyKey })

export const activateService = (code: string, revision: number, active: boolean, reason: string, idempotencyKey: string) =>
  api.post<Saved>(`${one(code)}/${active ? 'reactivation' : 'deactivation'}`, { reason }, { ifMatch: revision, idempotencyKey })

/** `seed`: 32 random bytes made here and kept nowhere; the key is made of them and comes in this reply alone. */
export const makeServiceKey = (code: string, input: { expires_on: string; seed: string }, idempotencyKey: string) =>
  api.post<MadeServiceKey>(`${one(code)}/keys`, input, { idempotencyKey })

export const revokeServiceKey = (code: string, key: string, idempotencyKey: string) =>
  api.delete<Saved>(`${one(code)}/keys/${encodeURIComponent(key)}`, { idempotencyKey })
