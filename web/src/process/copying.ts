import { announce } from '../ds/toast'
import { copyingMessages as text } from '../messages/copying'

/** Puts a text on the clipboard and says so (PRO-21). */
export function copy(what: string): void {
  navigator.clipboard
    .writeText(what)
    .then(() => announce(text.copied(what)))
    .catch(() => announce(text.failed, { tone: 'danger' }))
}

/**
 * What the editor turns into a citation when it is pasted there: a number that follows what it names. Elsewhere it is
 * the number alone.
 */
export function citationHtml(kind: 'document' | 'process', number: string): string {
  const span = document.createElement('span')
  span.setAttribute(`data-${kind}-reference`, '')
  span.setAttribute('data-number', number)
  span.textContent = number
  return span.outerHTML
}

/** The link of SEI's editor: paste it in a document and it cites (PRO-21). */
export function copyCitation(kind: 'document' | 'process', number: string): void {
  const item = new ClipboardItem({
    'text/html': new Blob([citationHtml(kind, number)], { type: 'text/html' }),
    'text/plain': new Blob([number], { type: 'text/plain' }),
  })
  navigator.clipboard
    .write([item])
    .then(() => announce(text.citation(number)))
    .catch(() => announce(text.failed, { tone: 'danger' }))
}
