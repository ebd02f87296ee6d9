import { publicMessages as text } from '../messages/public'
import { type Codes, isCrc, isVerifier, normalizeCodes } from './authenticity'
import { element } from './dom'

interface Field {
  frame: HTMLElement
  input: HTMLInputElement
  refuse: (message: string | null) => void
}

function field(id: string, label: string, hint: string, attributes: Record<string, string>): Field {
  const input = element('input', { id, name: id, type: 'text', 'aria-describedby': `${id}-hint`, ...attributes })
  const error = element('p', { class: 'error', id: `${id}-error` })
  const frame = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    input,
    element('p', { class: 'hint', id: `${id}-hint` }, hint),
    error,
  )
  const refuse = (message: string | null) => {
    error.textContent = message ?? ''
    if (message) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
    input.setAttribute('aria-describedby', message ? `${id}-hint ${id}-error` : `${id}-hint`)
  }
  return { frame, input, refuse }
}

export interface CodesForm {
  element: HTMLFormElement
  show: (codes: Codes) => void
  /** Checks what is typed and hands it on; what is missing gets the focus. */
  submit: () => void
  busy: (busy: boolean) => void
}

export function codesForm(onCodes: (codes: Codes) => void): CodesForm {
  const verifier = field('verificador', text.verifier, text.verifierHint, {
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '24',
  })
  const crc = field('crc', text.crc, text.crcHint, {
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: '12',
  })
  const button = element('button', { type: 'submit', class: 'primary' }, text.check)
  const form = element('form', { novalidate: true }, verifier.frame, crc.frame, button)

  const submit = () => {
    const codes = normalizeCodes(verifier.input.value, crc.input.value)
    verifier.refuse(isVerifier(codes.verifier) ? null : text.verifierMissing)
    crc.refuse(isCrc(codes.crc) ? null : text.crcMissing)
    const wrong = [verifier, crc].find(({ input }) => input.hasAttribute('aria-invalid'))
    if (wrong) wrong.input.focus()
    else onCodes(codes)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  return {
    element: form,
    submit,
    show: (codes) => {
      verifier.input.value = codes.verifier
      crc.input.value = codes.crc
    },
    busy: (busy) => {
      button.setAttribute('aria-disabled', String(busy))
      button.textContent = busy ? text.checking : text.check
    },
  }
}
