import { announce } from '../ds/toast'
import { editorMessages } from '../messages/editor'

/** Puts text on the clipboard and says whether it worked. */
export function copyText(text: string): void {
  navigator.clipboard
    .writeText(text)
    .then(() => announce(editorMessages.copied))
    .catch(() => announce(editorMessages.notCopied, { tone: 'danger' }))
}
