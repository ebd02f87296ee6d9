import type { DigitizationInput, DocumentType, Me, ProcessHeader, UploadedDocumentInput } from '../api/types'
import type { ComboOption } from '../ds/ComboBox'
import { formMessages as text } from '../messages/forms'
import { accessProblem, type AccessChoice } from './AccessFields'
import { amountInput, amountProblem } from './amount'
import { optionOf } from './ContactsField'

/** What is filled in about a received file (DOC-08). */
export interface UploadDraft {
  type: string
  date: string
  number: string
  format: 'born_digital' | 'digitized'
  conformity: string
  digitization: DigitizationInput
  sender: ComboOption[]
  interested: ComboOption[]
  /** null: those that the type suggests. */
  subjects: string[] | null
  /** As it is written here, empty when nothing is said. */
  amount: string
  access: AccessChoice
  remark: string
}

export function emptyUploadDraft(process: ProcessHeader, today: string, me: Me | undefined): UploadDraft {
  return {
    type: '',
    date: today,
    number: '',
    format: 'born_digital',
    conformity: '',
    digitization: emptyDigitization(today, me),
    sender: [],
    interested: process.interested_parties.map(optionOf),
    subjects: null,
    amount: '',
    access: { level: process.access_level, legalBasis: process.legal_basis?.code ?? '' },
    remark: '',
  }
}

/** Whoever fills in the form has most often just digitized the paper, there and then. */
export function emptyDigitization(today: string, me: Me | undefined): DigitizationInput {
  return {
    author: '',
    on: today,
    place: me ? `${me.unit.name}, ${me.unit.agency.acronym}` : '',
    responsible: me?.user.name ?? '',
    genre: 'textual',
    for_archiving: false,
  }
}

export type UploadProblems = Partial<
  Record<'type' | 'date' | 'conformity' | 'author' | 'on' | 'place' | 'responsible' | 'amount' | 'access', string>
>

/** What keeps the form from being sent. A document cannot be from the future. */
export function uploadProblems(draft: UploadDraft, today: string): UploadProblems {
  const problems: UploadProblems = {}
  if (!draft.type) problems.type = text.documentTypeMissing
  if (!draft.date || draft.date > today) problems.date = text.documentDateMissing
  if (draft.format === 'digitized') Object.assign(problems, digitizedProblems(draft, today))
  const amount = amountProblem(draft.amount)
  if (amount) problems.amount = amount
  const access = accessProblem(draft.access)
  if (access) problems.access = access
  return problems
}

function digitizedProblems({ conformity, digitization, date }: UploadDraft, today: string): UploadProblems {
  const problems: UploadProblems = {}
  if (!conformity) problems.conformity = text.conformityMissing
  if (!digitization.author.trim()) problems.author = text.authorMissing
  if (!digitization.on || digitization.on > today || digitization.on < date) problems.on = text.digitizedOnMissing
  if (!digitization.place.trim()) problems.place = text.placeMissing
  if (!digitization.responsible.trim()) problems.responsible = text.responsibleMissing
  return problems
}

/** Those that were chosen, or those that the type suggests. */
export function subjectsOf(draft: UploadDraft, type: DocumentType | undefined): string[] {
  return draft.subjects ?? type?.suggested_subjects ?? []
}

/** What the type does not have is not sent, whatever was common to all files. */
export function uploadedInput(
  draft: UploadDraft,
  uploadId: string,
  nameInTree: string,
  type: DocumentType | undefined,
): UploadedDocumentInput {
  const digitized = draft.format === 'digitized'
  return {
    kind: 'uploaded',
    upload: uploadId,
    type: draft.type,
    date: draft.date,
    number: draft.number.trim(),
    name_in_tree: nameInTree.trim(),
    format: draft.format,
    conformity_check: digitized ? draft.conformity : null,
    digitization: digitized ? draft.digitization : null,
    sender: draft.sender[0]?.id ?? null,
    interested_parties: type?.allows_interested_parties ? draft.interested.map((one) => one.id) : [],
    subjects: subjectsOf(draft, type),
    amount: type?.has_amount ? amountInput(draft.amount) : null,
    remark: draft.remark.trim(),
    access_level: draft.access.level,
    legal_basis: draft.access.level === 'public' ? null : draft.access.legalBasis,
  }
}
