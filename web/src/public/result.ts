import { publicMessages as text } from '../messages/public'
import { timeMessages } from '../messages/time'
import { addressOfArms, wearable } from '../shell/city-look'
import { framePage } from '../viewer/framePage'
import type { Authenticity } from './authenticity'
import { comparison } from './compare'
import { element } from './dom'
import { proofView } from './proof'

export interface TenantCard {
  name: string
  time_zone: string
  training: boolean
  primary_color: string
  coat_of_arms: string
}

/** Whose page it is, in the city's colour and with its coat of arms; of a training environment, that nothing shown here has legal value (issue 5 §7). */
export function sayWhose(card: TenantCard | null): void {
  const place = document.getElementById('tenant')
  if (!place || !card) return
  place.textContent = card.name
  if (wearable(card.primary_color)) document.documentElement.style.setProperty('--city', card.primary_color)
  const arms = addressOfArms(card.coat_of_arms)
  if (arms) place.prepend(picture(arms))
  if (card.training) place.after(element('p', { class: 'message warn', id: 'training' }, text.training))
}

/** A picture that does not open leaves only the name. */
function picture(address: string): HTMLImageElement {
  const made = element('img', { src: address, alt: '', width: '36', height: '36' })
  made.addEventListener('error', () => made.remove())
  return made
}

/** Asks for the address of the PDF again; null when it is not there any more. */
type FreshPdf = () => Promise<string | null>

const ADDRESS_MILLISECONDS = 50_000

function nameOf(value: string | { acronym?: string; name?: string }): string {
  if (typeof value === 'string') return value
  return [value.acronym, value.name].filter(Boolean).join(' — ')
}

function moment(iso: string, zone: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const day = date.toLocaleDateString('pt-BR', { timeZone: zone })
  const time = date.toLocaleTimeString('pt-BR', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return timeMessages.at(day, time)
}

function facts(result: Authenticity, zone: string): HTMLElement {
  const { document: found, digest } = result
  const title = [nameOf(found.type), found.type_number].filter(Boolean).join(' ')
  const rows: [string, string, string?][] = [
    [text.type, title],
    [text.number, found.number],
    [text.process, found.process_nup],
    [text.unit, nameOf(found.unit)],
    [text.agency, nameOf(found.agency)],
    [text.signedAt, moment(found.signed_at, zone)],
    [text.digest, digest, 'digest'],
  ]
  const shown = rows.filter(([, value]) => value)
  return element(
    'dl',
    {},
    ...shown.flatMap(([name, value, kind]) => [
      element('dt', {}, name),
      element('dd', kind ? { class: kind } : {}, value),
    ]),
  )
}

function signatures(result: Authenticity, zone: string): HTMLElement {
  const items = result.signatures.map(({ signer, role_title: role, unit, at, level, method, certificate, proof }) =>
    element(
      'li',
      {},
      element('strong', {}, nameOf(signer)),
      element('span', {}, text.signature(role, nameOf(unit), moment(at, zone))),
      element('span', {}, `${text.levels[level]}, ${text.methods[method]}.`),
      certificate ? element('span', {}, text.certificate(certificate.issuer, certificate.serial)) : null,
      certificate?.timestamp ? element('span', {}, text.timestamp(moment(certificate.timestamp, zone))) : null,
      proof ? proofView(proof) : null,
    ),
  )
  return element('ul', { class: 'signatures' }, ...items)
}

/** The document itself, in a frame where no script runs. */
function frame(html: string): HTMLIFrameElement {
  const made = element('iframe', {
    title: text.frameTitle,
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
  })
  made.srcdoc = framePage(html)
  made.addEventListener('load', () => {
    const height = made.contentDocument?.body.getBoundingClientRect().height ?? 0
    if (height > 0) made.style.height = `${Math.ceil(height)}px`
  })
  return made
}

/** The address of the PDF lasts a minute; who reads first and opens later gets a new one. */
function pdfLink(address: string, freshPdf: FreshPdf): HTMLAnchorElement {
  const link = element('a', { class: 'button', href: address, target: '_blank', rel: 'noopener' }, text.openPdf)
  const received = Date.now()
  link.addEventListener('click', (event) => {
    if (Date.now() - received < ADDRESS_MILLISECONDS) return
    event.preventDefault()
    const tab = window.open('', '_blank')
    void freshPdf().then((fresh) => (fresh ? tab?.location.replace(fresh) : tab?.close()))
  })
  return link
}

function content(result: Authenticity, freshPdf: FreshPdf): Node[] {
  if (!result.content_available) {
    return [element('p', { class: 'message info' }, result.reason ?? text.contentUnavailable)]
  }
  const link = result.pdf ? element('p', {}, pdfLink(result.pdf, freshPdf)) : null
  const signed = result.signed_pdf ? element('p', {}, element('a', { href: result.signed_pdf }, text.openSigned)) : null
  return [link, signed, result.html ? frame(result.html) : null].filter((node) => node !== null)
}

function fileNote(result: Authenticity): HTMLElement | null {
  if (!result.file) return null
  return element('p', {}, result.file === 'current' ? text.fileCurrent : text.fileEarlier)
}

interface ResultActs {
  onAgain: () => void
  freshPdf: FreshPdf
}

export function resultView(result: Authenticity, tenant: TenantCard | null, acts: ResultActs): HTMLElement {
  const { onAgain, freshPdf } = acts
  const zone = tenant?.time_zone ?? 'America/Sao_Paulo'
  const again = element('button', { type: 'button' }, text.again)
  again.addEventListener('click', onAgain)
  return element(
    'div',
    { class: 'result' },
    element(
      'div',
      { class: tenant?.training ? 'message warn' : 'message good seal' },
      element('h2', { tabindex: '-1' }, tenant?.training ? text.trainingResult : text.authentic),
      element('p', {}, tenant?.training ? text.trainingText : text.authenticText(tenant?.name ?? '')),
      fileNote(result),
    ),
    element('section', { 'aria-labelledby': 'facts' }, element('h2', { id: 'facts' }, text.facts), facts(result, zone)),
    element(
      'section',
      { 'aria-labelledby': 'signatures' },
      element('h2', { id: 'signatures' }, text.signatures),
      signatures(result, zone),
    ),
    element(
      'section',
      { 'aria-labelledby': 'content' },
      element('h2', { id: 'content' }, text.content),
      ...content(result, freshPdf),
    ),
    result.pdf_digest ? comparison(result.pdf_digest) : null,
    element('p', {}, again),
  )
}
