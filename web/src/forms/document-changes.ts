import type { Digitization, DigitizationInput, DocumentChanges, DocumentDetail, Me } from '../api/types'
import { amountInput } from './amount'
import { optionOf } from './ContactsField'
import type { AuthoredDraft } from './AuthoredFields'
import { shownAmount } from './shownAmount'
import { emptyDigitization, type UploadDraft } from './upload-draft'

/** The forms as they open to change what is registered, and what each sends back. The text and the file stay. */
export function authoredDraftOf({ metadata, access_level: level }: DocumentDetail): AuthoredDraft {
  return {
    nameInTree: metadata.name_in_tree,
    description: metadata.description,
    interested: metadata.interested_parties.map(optionOf),
    addressees: metadata.addressees.map(optionOf),
    subjects: metadata.subjects.map((one) => one.code),
    amount: shownAmount(metadata.amount),
    access: { level, legalBasis: metadata.legal_basis?.code ?? '' },
    remark: metadata.remark,
  }
}

export function uploadDraftOf(document: DocumentDetail, today: string, me: Me | undefined): UploadDraft {
  const { metadata, type, access_level: level } = document
  return {
    type: type.code,
    date: metadata.date ?? '',
    number: metadata.number,
    format: metadata.format ?? 'born_digital',
    conformity: metadata.conformity_check?.code ?? '',
    digitization: metadata.digitization ? inputOf(metadata.digitization) : emptyDigitization(today, me),
    sender: metadata.sender ? [optionOf(metadata.sender)] : [],
    interested: metadata.interested_parties.map(optionOf),
    subjects: metadata.subjects.map((one) => one.code),
    amount: shownAmount(metadata.amount),
    access: { level, legalBasis: metadata.legal_basis?.code ?? '' },
    remark: metadata.remark,
  }
}

/** What is sent back: the class comes from the plan. */
function inputOf({ author, on, place, responsible, genre, for_archiving: kept }: Digitization): DigitizationInput {
  return { author, on, place, responsible, genre, for_archiving: kept }
}

export function authoredChanges(draft: AuthoredDraft): DocumentChanges {
  return {
    ...common(draft, draft.nameInTree),
    description: draft.description.trim(),
    addressees: draft.addressees.map((one) => one.id),
  }
}

export function uploadChanges(draft: UploadDraft, nameInTree: string): DocumentChanges {
  return {
    ...common(draft, nameInTree),
    date: draft.date,
    number: draft.number.trim(),
    format: draft.format,
    conformity_check: draft.format === 'digitized' ? draft.conformity : null,
    digitization: draft.format === 'digitized' ? draft.digitization : null,
    sender: draft.sender[0]?.id ?? null,
  }
}

function common(draft: AuthoredDraft | UploadDraft, nameInTree: string): DocumentChanges {
  return {
    name_in_tree: nameInTree.trim(),
    interested_parties: draft.interested.map((one) => one.id),
    subjects: draft.subjects ?? [],
    amount: amountInput(draft.amount),
    remark: draft.remark.trim(),
    access_level: draft.access.level,
    legal_basis: draft.access.level === 'public' ? null : draft.access.legalBasis,
  }
}
