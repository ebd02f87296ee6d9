/** Public page of the ledgers: what was signed last of each agency, checked on this device (issue 5 §4). */
import { ledgerMessages as text } from '../messages/ledger'
import { HOME } from '../environment'
import { element } from './dom'
import { isNamedByItself, sideBySide } from './seal'

export interface Ledger {
  agency: { id: string; acronym: string; name: string }
  head: { size: number; root: string; at: string; note: string } | null
  key: { kid: string; spki: string } | null
  files: string
}

const KEY_HASH = 4
const SIGNATURE = /^([^]*\n)\n— (\S+) (\S+)\n$/

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** True or false when the note could be checked here against the key; null when it could not (an old browser). */
export async function checkNote(note: string, key: { kid: string; spki: string }): Promise<boolean | null> {
  try {
    const [, signed, , mark] = SIGNATURE.exec(note) ?? []
    if (!signed || !mark) return false
    const spki = bytesOf(key.spki)
    const signature = sideBySide(bytesOf(mark).slice(KEY_HASH))
    if (!signature || !(await isNamedByItself(key.kid, spki))) return false
    const imported = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    const message = new TextEncoder().encode(signed)
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, signature, message)
  } catch {
    return null
  }
}

const when = (instant: string) =>
  new Date(instant).toLocaleString('pt-BR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Sao_Paulo' })

function ledgerView({ agency, head, key, files }: Ledger): HTMLElement {
  const title = element('h3', {}, `${agency.acronym} · ${agency.name}`)
  if (!head || !key) return element('article', { class: 'ledger' }, title, element('p', {}, text.none))
  const verdict = element('p', { role: 'status' }, text.checking)
  void checkNote(head.note, key).then((good) => {
    verdict.textContent = good === null ? text.unknown : good ? text.good : text.bad
    verdict.className = good === null ? '' : good ? 'message good' : 'message bad'
  })
  const facts: [string, string | Node][] = [
    [text.root, head.root],
    [text.key, key.kid],
    [text.files, element('span', {}, `${location.origin}${files}`)],
  ]
  return element(
    'article',
    { class: 'ledger' },
    title,
    element('p', {}, `${text.records(head.size)}. ${text.signedAt(when(head.at))}`),
    verdict,
    element('p', {}, element('a', { href: `${files}checkpoint`, download: `marco-${agency.id}.txt` }, text.download(agency.acronym))),
    element(
      'details',
      {},
      element('summary', {}, text.details),
      element(
        'dl',
        {},
        ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', { class: 'digest' }, value)]),
      ),
    ),
  )
}

/** Those with something to show come first. */
function inOrder(found: Ledger[]): Ledger[] {
  return found.toSorted((one, other) => Number(!one.head) - Number(!other.head))
}

async function readLedgers(): Promise<Ledger[] | string> {
  try {
    const response = await fetch(`${HOME}/api/public/ledger`, { credentials: 'omit', cache: 'no-store' })
    return response.ok ? ((await response.json()) as { items: Ledger[] }).items : text.failed
  } catch {
    return text.offline
  }
}

export async function startLedgerPage(main: HTMLElement): Promise<void> {
  document.title = text.title
  const place = element('div', { class: 'ledgers' }, element('p', { role: 'status' }, '…'))
  main.replaceChildren(
    element('h1', {}, text.title),
    element('p', { class: 'intro' }, text.intro),
    element('p', {}, text.why),
    element('section', { 'aria-labelledby': 'ledgers' }, element('h2', { id: 'ledgers' }, text.ledgers), place),
    element(
      'section',
      { 'aria-labelledby': 'how' },
      element('h2', { id: 'how' }, text.how),
      element('ol', {}, ...text.steps.map((step) => element('li', {}, step))),
      element('p', {}, text.command),
      element('pre', { tabindex: '0', 'aria-label': text.command }, element('code', {}, 'python -m verifier processo.json --checkpoint marco-pmu.txt')),
    ),
  )
  const found = await readLedgers()
  place.replaceChildren(
    ...(typeof found === 'string' ? [element('p', { class: 'message bad', role: 'alert' }, found)] : inOrder(found).map(ledgerView)),
  )
}
