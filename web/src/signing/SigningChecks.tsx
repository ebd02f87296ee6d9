import { useQuery } from '@tanstack/react-query'
import { checksQuery, type Finding } from '../api/documents'
import { Message } from '../ds/Message'
import { checkMessages as text } from '../messages/checks'

function sentence({ kind, text: words }: Finding): string {
  switch (kind) {
    case 'empty_field':
      return text.emptyField(text.fields[words] ?? words)
    case 'unfilled':
      return text.unfilled(words)
    case 'broken_reference':
      return text.brokenReference(words)
    case 'broken_cross_reference':
      return text.brokenPlace
    case 'personal_data':
      return text.personalData(words)
    default:
      return text.image
  }
}

/** What the text still lacks, before anybody types a password; only a picture without words keeps it from being signed. */
export function SigningChecks({ processId, documentId }: { processId: string; documentId: string }) {
  const { data = [] } = useQuery(checksQuery(processId, documentId))
  if (data.length === 0) return null
  return (
    <Message tone="warning">
      <strong>{text.title}:</strong>
      <ul>
        {data.map((finding) => (
          <li key={finding.kind + finding.text}>{sentence(finding)}</li>
        ))}
      </ul>
    </Message>
  )
}
