import type { DigitizationInput } from './digitization-types'
import type { AccessLevel } from './types'

export interface AuthoredDocumentInput {
  kind: 'authored'
  type: string
  initial_text: {
    from: 'template' | 'none' | 'document' | 'standard_text'
    reference: string | null
    text: string | null
  }
  description: string
  name_in_tree: string
  interested_parties: string[]
  addressees: string[]
  subjects: string[]
  amount: string | null
  remark: string
  access_level: AccessLevel
  legal_basis: string | null
}

export interface UploadedDocumentInput {
  kind: 'uploaded'
  upload: string
  type: string
  date: string
  number: string
  name_in_tree: string
  format: 'born_digital' | 'digitized'
  conformity_check: string | null
  digitization: DigitizationInput | null
  sender: string | null
  interested_parties: string[]
  subjects: string[]
  amount: string | null
  remark: string
  access_level: AccessLevel
  legal_basis: string | null
}

/** Only what is sent changes; the text and the file have their own acts. */
export interface DocumentChanges {
  description?: string
  name_in_tree?: string
  interested_parties?: string[]
  addressees?: string[]
  subjects?: string[]
  amount?: string | null
  remark?: string
  access_level?: AccessLevel
  legal_basis?: string | null
  date?: string
  number?: string
  format?: 'born_digital' | 'digitized'
  conformity_check?: string | null
  digitization?: DigitizationInput | null
  sender?: string | null
}
