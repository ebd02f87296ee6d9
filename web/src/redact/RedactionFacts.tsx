import { Link } from '@tanstack/react-router'
import type { DocumentDetail } from '../api/types'
import { redactMessages as text } from '../messages/redact'

interface RedactionFactsProps {
  processId: string
  document: DocumentDetail
}

/** Of which document this one is a copy with concealed passages, and which copies were made of it. */
export function RedactionFacts({ processId, document }: RedactionFactsProps) {
  const { source, copies } = document.redactions
  const to = (documentId: string) => ({ to: '/processo/$processId/documento/$documentId', params: { processId, documentId } }) as const
  if (!source && copies.length === 0) return null
  return (
    <section className="signatures" aria-labelledby={`redaction-${document.id}`}>
      <h3 id={`redaction-${document.id}`}>{source ? text.copyOf : text.copies}</h3>
      {source ? (
        <>
          <p>{text.copyOfText(source.number, source.count)}</p>
          <dl className="facts">
            <dt>{text.basis}</dt>
            <dd>{source.legal_basis.name}</dd>
            <dt>{text.reason}</dt>
            <dd>{source.reason}</dd>
          </dl>
          <p>
            <Link {...to(source.document)}>{text.original}</Link>
          </p>
          <p>
            <Link {...to(source.certificate)}>{text.certificate}</Link>
          </p>
        </>
      ) : null}
      {copies.length > 0 ? (
        <ul>
          {copies.map((copy) => (
            <li key={copy.document}>
              <Link {...to(copy.document)}>{text.copy(copy.number)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
