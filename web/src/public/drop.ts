import { publicMessages as text } from '../messages/public'
import { element } from './dom'

/** A place to choose or drop a file; it is read here and goes nowhere. */
export function fileDrop(id: string, onFile: (file: File) => void): HTMLElement {
  // Our own words: the browser's are in whatever language the browser is.
  const input = element('input', { type: 'file', id, accept: 'application/pdf,.pdf' })
  const name = element('span', { class: 'chosen', 'aria-hidden': 'true' }, text.noFile)
  const area = element(
    'div',
    { class: 'drop' },
    input,
    element('label', { for: id, class: 'button' }, text.chooseFile),
    name,
    element('p', { class: 'hint' }, text.dropHere),
  )
  const take = (file: File | undefined) => {
    if (!file) return
    name.textContent = file.name
    onFile(file)
  }
  input.addEventListener('change', () => take(input.files?.[0]))
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
    area.classList.add('over')
  })
  area.addEventListener('dragleave', () => area.classList.remove('over'))
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    area.classList.remove('over')
    take(event.dataTransfer?.files[0])
  })
  return area
}
