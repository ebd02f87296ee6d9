import { api } from './client'
import type { components } from './schema'

type Schemas = components['schemas']
export type PasswordLinkCard = Schemas['PasswordLinkCard']
export type PasswordLinkState = Schemas['PasswordLinkState']

const atTheDoor = { waitForSession: false }

/** The answer is the same whether or not there is such a person (ACC-01). */
export const askPasswordLink = (login: string, idempotencyKey: string) =>
  api.post<void>('/password-links', { login }, { ...atTheDoor, idempotencyKey })

export const readPasswordLink = (link: string) =>
  api.post<PasswordLinkCard>('/password-links/readings', { link }, atTheDoor)

export const spendPasswordLink = (link: string, newPassword: string, idempotencyKey: string) =>
  api.post<void>('/password-links/uses', { link, new_password: newPassword }, { ...atTheDoor, idempotencyKey })

export const sendPasswordLink = (login: string, idempotencyKey: string) =>
  api.post<Schemas['PasswordLinkSent']>(`/administration/users/${encodeURIComponent(login)}/password-link`, undefined, { idempotencyKey })
