import { send } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import type { DocumentContent } from '../content'
import type { SaveFailure } from './autosave'

export interface DraftAttempt {
  content: DocumentContent
  revision: string
  explicit: boolean
  /** Same key on every attempt with this text, so that a save whose answer got lost is not a conflict with oneself. */
  key: string
  change: number
}

export interface SavedDraft {
  version: number
  revision: string
  saved_at: string
  digest: string
}

/** Browsers refuse to finish larger requests while a page closes. */
const KEEPALIVE_LIMIT_BYTES = 60_000

export function draftPath(process: string, document: string): string {
  return `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}`
}

export async function sendDraft(process: string, document: string, attempt: DraftAttempt): Promise<SavedDraft> {
  const body = { content: attempt.content, explicit: attempt.explicit }
  const { body: saved } = await send<SavedDraft>('PUT', `${draftPath(process, document)}/content`, {
    body,
    ifMatch: attempt.revision,
    idempotencyKey: attempt.key,
    waitForSession: false,
    keepalive: JSON.stringify(body).length < KEEPALIVE_LIMIT_BYTES,
  })
  return saved
}

function personName(value: unknown): string {
  if (typeof value === 'string') return value
  if (value && typeof value === 'object' && 'name' in value && typeof value.name === 'string') return value.name
  return ''
}

const TRY_LATER = new Set([408, 425, 429, 500, 502, 503, 504])

/** What a refused or lost save means for the person writing. */
export function failureOf(error: unknown): SaveFailure {
  if (!(error instanceof ApiProblem) || error.status === 0) return { kind: 'offline', reason: null }
  if (error.status === 401) return { kind: 'session' }
  if (error.status === 412) {
    const { edited_by: by, edited_at: at, revision } = error.body
    const conflict = { editedBy: personName(by), editedAt: String(at ?? ''), revision: String(revision ?? '') }
    return { kind: 'conflict', conflict }
  }
  if (TRY_LATER.has(error.status)) return { kind: 'offline', reason: error.message }
  return { kind: 'refused', reason: error.fields[0]?.message ?? error.message }
}
