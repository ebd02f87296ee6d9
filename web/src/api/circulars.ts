import { api } from './client'
import type { components } from './schema'

type Started = components['schemas']['JobStarted']

export interface CircularInput {
  addressees: string[]
  block: string
}

export interface BlockMailInput {
  sender: string
  subject: string
  text: string
}

/** A document of its own for each addressee, by a job (DOC-19). */
export const orderCircular = (process: string, document: string, input: CircularInput, idempotencyKey: string) =>
  api.post<Started>(
    `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/circulars`,
    input,
    { idempotencyKey },
  )

/** Each signed document of a block to its own addressees, by a job (DOC-19). */
export const mailBlock = (block: string, input: BlockMailInput, idempotencyKey: string) =>
  api.post<Started>(`/blocks/${encodeURIComponent(block)}/emails`, input, { idempotencyKey })
