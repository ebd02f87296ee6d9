import type { Desk } from './desk-types'
import type { Digitization, DigitizationInput } from './digitization-types'
import type { Redactions } from './redact'
import type { ReopeningInput } from './reopening'
import type { Signature, SignatureLevel, SigningMethod } from './signature-types'

export type { Digitization, DigitizationInput }
export type { Signature, SignatureLevel, SigningMethod }

/**
 * Shapes of the HTTP API (field names from the glossary). Kept in one file so that generated types can take its place.
 * Times are ISO 8601 in UTC; civil dates are `YYYY-MM-DD`.
 */
export type AccessLevel = 'public' | 'restricted' | 'confidential'
export type SecrecyGrade = 'reserved' | 'secret' | 'top_secret'
export type ProcessState = 'normal' | 'suspended' | 'annexed' | 'locked'
export type DocumentKind = 'authored' | 'uploaded' | 'mailed'
export type DocumentState = 'draft' | 'signed' | 'filed' | 'cancelled'
export type Pen = 'none' | 'unseen' | 'seen'

export interface Page<Item> {
  items: Item[]
  next_cursor: string | null
}

export interface CodeName {
  code: string
  name: string
}

export interface PersonLite {
  id: string
  name: string
}

export interface UnitLite {
  id: string
  acronym: string
}

export interface Unit extends UnitLite {
  name: string
  agency: { id: string; acronym: string }
  protocol: boolean
  can_receive: boolean
  has_email: boolean
}

export interface UnitUser extends PersonLite {
  login: string
}

export interface Tenant {
  id: string
  name: string
  short_name: string
  time_zone: string
  primary_color: string
  coat_of_arms: string
  founding_norm: string
  training: boolean
  /** Not live yet: what begins now is a test. */
  rollout: boolean
}

/** One of the environments that share a host; ``path`` is where its pages begin. */
export interface Environment {
  path: string
  name: string
  training: boolean
}

/** The city whose door this address is. */
export interface TenantAtTheDoor extends Tenant {
  environments: Environment[]
}

export interface Announcement {
  title: string
  text: string
  important: boolean
}

export interface Me {
  user: PersonLite & { login: string; agency: { id: string; acronym: string; name: string } }
  previous_access: { at: string; address: string } | null
  session: { expires_at: string }
  /** Signing asks for the code of the application too (ACC-02). */
  asks_code: boolean
  /** The profile requires the second factor, and until it is on nothing else opens. */
  must_enrol: boolean
  unit: Unit
  units: Unit[]
  role_titles: string[]
  /** The city lets the signer write a title that is not of the unit (ACC-11). */
  free_role_titles: boolean
  /** What the administration says in this unit these days (ACC-12). */
  announcements: Announcement[]
  /** How many documents a folder of the tree holds (PRO-20). */
  documents_per_folder: number
  /** How a number informed by hand looks, each digit as 0; null where the unit may not inform one (PRO-06). */
  number_shape: string | null
  /** Whether the installation has an address to send notices from. */
  sends_email: boolean
  /** How one may sign here and what level each way gives. */
  signing_methods: { method: SigningMethod; level: SignatureLevel }[]
  actions: string[]
  tenant: Tenant
}

export interface Access {
  at: string
  address: string
  agent: string
}

export interface ProcessType extends CodeName {
  description: string
  suggested_subjects: string[]
  allowed_levels: AccessLevel[]
  suggested_level: AccessLevel
  suggested_legal_basis: string | null
  used: boolean
}

export interface DocumentType extends CodeName {
  group: string
  applies_to: 'both' | 'authored' | 'uploaded' | 'form'
  has_template: boolean
  allows_addressees: boolean
  allows_interested_parties: boolean
  /** What in the name of a file tells this type (DOC-08). */
  file_words: string[]
  /** It says of how much money it is. */
  has_amount: boolean
  suggested_subjects: string[]
  numbering: 'none' | 'unit_sequential' | 'agency_sequential' | 'unit_annual' | 'agency_annual'
}

export interface LegalBasis extends CodeName {
  law: string
  level: AccessLevel
}

export interface Contact {
  id: string
  name: string
  kind: 'person' | 'organisation'
  document: string | null
}

/** News in a process that nobody of the unit has looked at yet (TRA-14). */
export type Signal = 'document_included' | 'document_signed' | 'marked_unread'

export interface ReturnDue {
  due: string
  status: 'on_time' | 'due_soon' | 'overdue'
}

export interface InboxRow {
  process: string
  nup: string
  type: CodeName
  specification: string
  interested_parties: string[]
  access_level: AccessLevel
  state: ProcessState
  priority: string | null
  tab: 'received' | 'generated'
  unread: boolean
  assignee: PersonLite | null
  signals: Signal[]
  return_to_give: ReturnDue | null
  return_awaited: ReturnDue | null
  sender_unit: UnitLite | null
  arrived_at: string
  last_activity_at: string
  desk: Desk
  /** Steps of its flow that are the unit's to do. */
  steps: { flow: string; step: string; name: string; due: ReturnDue | null }[]
}

export interface InboxCounters {
  received: number
  generated: number
  unread: number
  unassigned: number
  assigned_to_me: number
  /** Confidential processes that the person has at hand. */
  confidential: number
}

export interface InboxPage extends Page<InboxRow> {
  counters: InboxCounters
}

export interface ActionState {
  allowed: boolean
  reason: string | null
}

export interface ProcessHeader {
  id: string
  nup: string
  type: CodeName
  specification: string
  subjects: CodeName[]
  interested_parties: PersonLite[]
  access_level: AccessLevel
  effective_access_level: AccessLevel
  legal_basis: CodeName | null
  secrecy_grade: SecrecyGrade | null
  priority: string | null
  state: ProcessState
  started_at: string
  /** Of a process whose number was informed by hand, the day it was filed on paper (PRO-06). */
  filed_on: string | null
  former_numbers: string[]
  generating_unit: UnitLite & { name?: string }
  started_by: PersonLite
  remarks: { unit: UnitLite; text: string; by: PersonLite; at: string }[]
  /** The flow that the process follows, or followed last. */
  flow: { name: string; version: number; state: 'running' | 'paused' | 'finished' | 'cancelled' } | null
  version: number
}

export interface ProcessUnit {
  unit: UnitLite & { name: string }
  open: boolean
  received: boolean
  since: string
  assignee: PersonLite | null
}

export interface Routing {
  id: string
  from: UnitLite
  to: UnitLite
  sent_at: string
  received_at: string | null
  return_due: string | null
  status: 'waiting_receipt' | 'received' | 'returned' | 'withdrawn' | 'undone'
  overdue: boolean
  sentence: string
}

export interface DocumentNode {
  id: string
  number: string
  order: number
  kind: DocumentKind
  type: CodeName
  type_number: string | null
  title: string
  state: DocumentState
  pen: Pen
  access_level: AccessLevel
  unit: UnitLite
  author: PersonLite
  created_at: string
  signature_count: number
  media_type: string | null
  size: number | null
  content_visible: boolean
  /** Closed to changes (DOC-21). */
  locked: boolean
}

export interface HistoryEntry {
  n: number
  at: string
  user: PersonLite
  unit: UnitLite
  kind: string
  sentence: string
  document: string | null
  /** The other process the entry speaks of. */
  process: string | null
}

export interface ProcessPage {
  process: ProcessHeader
  units: ProcessUnit[]
  /** Everywhere it has been, for the sending that goes back along the way. */
  passed_units: (UnitLite & { name: string })[]
  /** Units and agencies that read it by internal control. */
  overseen_by: { acronym: string; name: string }[]
  presence: { open: boolean; unread: boolean; assignee: PersonLite | null; signals: Signal[] } | null
  routings: Routing[]
  documents: Page<DocumentNode> & { total: number }
  history: Page<HistoryEntry>
  /** Whether it has a work plan. */
  work_plan: boolean
  /** It began while the city was preparing to go live. */
  test: boolean
  /** Of a confidential process: until when it is open in this session. */
  opened_until: string | null
  actions: Record<string, ActionState>
}

/** What was filled in about a document; the last nine are of received files (DOC-08) or of a cancelled one (DOC-17). */
export interface DocumentMetadata {
  description: string
  name_in_tree: string
  interested_parties: PersonLite[]
  addressees: PersonLite[]
  subjects: CodeName[]
  remark: string
  legal_basis: CodeName | null
  date: string | null
  number: string
  format: 'born_digital' | 'digitized' | null
  conformity_check: CodeName | null
  sender: PersonLite | null
  digitization: Digitization | null
  amount: string | null
  file_name: string | null
  pages: number | null
  cancellation: string | null
}

export interface DocumentDetail extends DocumentNode {
  metadata: DocumentMetadata
  content: DocumentContent | null
  html: string | null
  version: number
  revision: string
  edited_by: PersonLite | null
  edited_at: string | null
  signatures: Signature[]
  acknowledgements: { user: PersonLite; unit: UnitLite; at: string }[]
  /** Sentences shown with an authenticated file (DOC-13). */
  stamps: string[]
  digest: string
  verifier: string
  crc: string | null
  /** The weakest signature that its type takes. */
  minimum_signature: SignatureLevel
  redactions: Redactions
  actions: Record<string, ActionState>
}

/** ProseMirror JSON; the editor owns its schema. */
export interface DocumentContent {
  schema: number
  type: 'doc'
  content: unknown[]
}

export interface ProcessInput {
  type?: string
  specification: string
  subjects: string[]
  interested_parties: string[]
  access_level: AccessLevel
  legal_basis: string | null
  secrecy_grade: SecrecyGrade | null
  priority: string | null
  related_to?: string | null
  flow?: string | null
  remark?: string
  number?: string
  filed_on?: string
}

export type ReturnDueInput = { date: string } | { days: number; business: boolean } | null

export interface RoutingInput extends ReopeningInput {
  units: string[]
  keep_open: boolean
  return_due: ReturnDueInput
  notify_by_email: boolean
}

/** `not_notified`: units without an e-mail to be told at. */
export interface Sent {
  routings: string[]
  not_notified: UnitLite[]
}

export type { AuthoredDocumentInput, DocumentChanges, UploadedDocumentInput } from './document-inputs'
