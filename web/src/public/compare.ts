import { publicMessages as text } from '../messages/public'
import { fileDigest, isSameFile } from './authenticity'
import { element } from './dom'
import { fileDrop } from './drop'

/** Compares a person's own file with what is registered; the file never leaves the device (DOC-15). */
export function comparison(registered: string): HTMLElement {
  const answer = element('div', { role: 'status' })
  const compare = async (file: File) => {
    answer.replaceChildren(element('p', {}, text.comparing))
    try {
      const digest = await fileDigest(file)
      const same = isSameFile(digest, registered)
      answer.replaceChildren(
        element(
          'p',
          { class: same ? 'message good' : 'message warn' },
          same ? text.sameFile(file.name) : text.otherFile(file.name),
        ),
        element('p', { class: 'digest' }, text.fileDigest(digest)),
      )
    } catch {
      answer.replaceChildren(element('p', { class: 'message bad' }, text.unreadable))
    }
  }
  const area = fileDrop('file', (file) => void compare(file))
  return element(
    'section',
    { 'aria-labelledby': 'compare' },
    element('h2', { id: 'compare' }, text.compare),
    element('p', {}, text.compareText),
    area,
    answer,
  )
}
