import { useQuery } from '@tanstack/react-query'
import { checksQuery } from '../api/documents'
import { Message } from '../ds/Message'
import { checkMessages as text } from '../messages/checks'
import { sentenceOf } from './findings'

/** What the text still lacks, before anybody types a password; only a picture without words keeps it from being signed. */
export function SigningChecks({ processId, documentId }: { processId: string; documentId: string }) {
  const { data = [] } = useQuery(checksQuery(processId, documentId))
  if (data.length === 0) return null
  return (
    <Message tone="warning">
      <strong>{text.title}:</strong>
      <ul>
        {data.map((finding) => (
          <li key={finding.kind + finding.text}>{sentenceOf(finding)}</li>
        ))}
      </ul>
    </Message>
  )
}
