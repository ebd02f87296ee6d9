import type { Finding } from '../api/documents'
import { checkMessages as text } from '../messages/checks'
import { editorMessages } from '../messages/editor'

/** What a finding says to who writes or signs (DOC-03). */
export function sentenceOf({ kind, text: words }: Finding): string {
  switch (kind) {
    case 'empty_field':
      return text.emptyField(editorMessages.variables[words] ?? words)
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
