import type { DocumentType } from '../api/types'
import { guessFrom } from '../upload/guess'
import type { UploadDraft } from './upload-draft'

/** Data of many files at once (DOC-08): what is common to all, and what each has of its own. */
export interface UploadBatch {
  common: UploadDraft
  own: Record<string, Partial<UploadDraft>>
  names: Record<string, string>
}

export function draftOf(batch: UploadBatch, key: string): UploadDraft {
  return { ...batch.common, ...batch.own[key] }
}

/** New files begin with what their names tell. */
export function withFiles(
  batch: UploadBatch,
  files: readonly { key: string; name: string }[],
  types: readonly DocumentType[],
  today: string,
): UploadBatch {
  const added = files.map(({ key, name }) => [key, guessFrom(name, types, today)] as const)
  return { ...batch, own: { ...batch.own, ...Object.fromEntries(added) } }
}

const NOT_COMMON = { number: '', amount: '' }

const FIELDS: (keyof UploadDraft)[] = [
  'type', 'date', 'number', 'format', 'conformity', 'digitization', 'sender', 'interested', 'subjects', 'amount', 'access', 'remark',
] // prettier-ignore

/** What differs from the common is the file's own, and stays when the common changes. */
export function withOwn(batch: UploadBatch, key: string, draft: UploadDraft): UploadBatch {
  const kept = FIELDS.filter((name) => draft[name] !== batch.common[name])
  return { ...batch, own: { ...batch.own, [key]: Object.fromEntries(kept.map((name) => [name, draft[name]])) } }
}

/** A file that is alone has no common data but its own; number and amount never pass to others. */
export function withOnly(batch: UploadBatch, key: string, draft: UploadDraft): UploadBatch {
  return { ...batch, common: { ...draft, ...NOT_COMMON }, own: { ...batch.own, [key]: ofOneOnly(draft) } }
}

/** The same data for every file; each keeps its number and its amount. */
export function applyToAll(batch: UploadBatch, draft: UploadDraft): UploadBatch {
  const own = Object.entries(batch.own).map(([key, values]) => [key, ofOneOnly(values)] as const)
  return { ...batch, common: { ...draft, ...NOT_COMMON }, own: Object.fromEntries(own) }
}

function ofOneOnly({ number, amount }: Partial<UploadDraft>): Partial<UploadDraft> {
  return { ...(number ? { number } : {}), ...(amount ? { amount } : {}) }
}

/** Names of what a file has of its own beyond what its line shows. */
export function ownBeyondLine(batch: UploadBatch, key: string): (keyof UploadDraft)[] {
  const shown: (keyof UploadDraft)[] = ['type', 'date', 'number']
  return FIELDS.filter((name) => !shown.includes(name) && name in (batch.own[key] ?? {}))
}
