import type { ReactNode } from 'react'
import type { DocumentsAct } from '../api/jobs'
import { type AskForm, JobDialog } from '../bulk/JobDialog'
import { manyDocuments as text } from '../messages/many-documents'
import { startOnDocuments, type ChosenDocument, type ManyAct } from './documents'

export interface ManyDialogProps {
  chosen: ChosenDocument[]
  onClose: () => void
  /** It was asked for. */
  onDone: () => void
}

interface OrderProps extends ManyDialogProps {
  act: ManyAct
  form: AskForm
  children?: ReactNode
}

const GRAVE = new Set<ManyAct>(['cancel', 'delete', 'move', 'lock'])
const ORDERED: Partial<Record<ManyAct, DocumentsAct>> = { access: 'metadata', data: 'metadata' }

/** One act on many documents. */
export function ManyDialog({ act, chosen, ...rest }: OrderProps) {
  const ordered = ORDERED[act] ?? (act as DocumentsAct)
  return (
    <JobDialog
      title={text.title[act](chosen.length, chosen[0]?.name ?? '')}
      confirm={text.confirm[act]}
      grave={GRAVE.has(act)}
      start={(form, key) => startOnDocuments(ordered, form, chosen, key)}
      {...(act === 'cancel' ? { giveUp: text.giveUp } : {})}
      {...rest}
    />
  )
}
