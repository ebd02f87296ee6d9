import { Tag } from '../ds/Tag'
import { signingMessages as text } from '../messages/signing'
import type { SigningResult } from './signing'

const TONES = { waiting: 'neutral', signing: 'info', signed: 'success', changed: 'warning', failed: 'danger' } as const

interface DocumentListProps {
  documents: { id: string; number: string; title: string }[]
  results: Record<string, SigningResult>
}

/** What is being signed and the fate of each. */
export function DocumentList({ documents, results }: DocumentListProps) {
  return (
    <ul className="signing-documents" aria-label={text.documents} aria-live="polite">
      {documents.map((document) => {
        const result = results[document.id] ?? { state: 'waiting' }
        const reason = 'reason' in result ? result.reason : ''
        return (
          <li key={document.id}>
            <span>
              <strong>{document.title}</strong> {document.number}
            </span>
            {result.state === 'changed' ? null : <Tag tone={TONES[result.state]}>{text.states[result.state]}</Tag>}
            {reason ? <p className="signing-reason">{reason}</p> : null}
          </li>
        )
      })}
    </ul>
  )
}
