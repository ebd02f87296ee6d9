import { publicMessages as text } from '../messages/public'
import { fileDigest, isSameFile } from './authenticity'
import { element } from './dom'

/** Compares a person's own file with what is registered; the file never leaves the device (DOC-15). */
export function comparison(registered: string): HTMLElement {
  const answer = element('div', { role: 'status' })
  const input = element('input', { type: 'file', id: 'file', accept: 'application/pdf,.pdf' })
  const area = element(
    'div',
    { class: 'drop' },
    element('label', { for: 'file' }, text.chooseFile),
    input,
    element('p', { class: 'hint' }, text.dropHere),
  )

  const compare = async (file: File | undefined) => {
    if (!file) return
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
  input.addEventListener('change', () => void compare(input.files?.[0]))
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
    area.classList.add('over')
  })
  area.addEventListener('dragleave', () => area.classList.remove('over'))
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    area.classList.remove('over')
    void compare(event.dataTransfer?.files[0])
  })
  return element(
    'section',
    { 'aria-labelledby': 'compare' },
    element('h2', { id: 'compare' }, text.compare),
    element('p', {}, text.compareText),
    area,
    answer,
  )
}
