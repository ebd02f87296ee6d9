/**
 * Public page where anyone checks a printed document (DOC-15). No framework and no application: it must open
 * fast on a cheap phone.
 */
import { publicMessages as text } from '../messages/public'
import { HOME } from '../environment'
import { checkAuthenticity, checkFile, type CheckOutcome, type Codes, codesFromAddress } from './authenticity'
import { element } from './dom'
import { fileDrop } from './drop'
import { codesForm } from './form'
import { resultView, sayWhose, type TenantCard } from './result'
import './public.css'

async function readTenant(): Promise<TenantCard | null> {
  try {
    const response = await fetch(`${HOME}/api/public/tenant`, { credentials: 'omit' })
    return response.ok ? ((await response.json()) as TenantCard) : null
  } catch {
    return null
  }
}

type Told = CheckOutcome | { kind: 'unknown_file' }

function refusal(outcome: Exclude<Told, { kind: 'found' }>): string {
  switch (outcome.kind) {
    case 'unknown_file':
      return text.unknownFile
    case 'not_found':
      return text.notFound
    case 'too_many':
      return text.tooMany(outcome.minutes)
    case 'offline':
      return text.offline
    case 'unreadable':
      return text.unreadable
    case 'failed':
      return text.failed
  }
}

async function pdfOf(check: () => Promise<CheckOutcome>): Promise<string | null> {
  const outcome = await check()
  return outcome.kind === 'found' ? outcome.result.pdf : null
}

export function startPage(main: HTMLElement): void {
  const answer = element('div', { id: 'answer' })
  const tenant = readTenant()
  const form = codesForm((codes) => void check(codes))
  main.replaceChildren(
    element('h1', {}, text.pageTitle),
    element('p', { class: 'intro' }, text.intro),
    form.element,
    element(
      'section',
      { 'aria-labelledby': 'by-file' },
      element('h2', { id: 'by-file' }, text.byFile),
      element('p', {}, text.byFileText),
      fileDrop('held', (file) => void checkHeld(file)),
    ),
    answer,
    element('p', {}, element('a', { href: `${HOME}/publico/registro` }, text.ledger)),
  )

  void tenant.then(sayWhose)

  const again = () => {
    answer.replaceChildren()
    form.show({ verifier: '', crc: '' })
    form.element.querySelector('input')?.focus()
  }
  async function check(codes: Codes) {
    form.busy(true)
    const outcome = await checkAuthenticity(codes)
    form.busy(false)
    await tell(outcome, () => pdfOf(() => checkAuthenticity(codes)))
  }
  async function checkHeld(file: File) {
    answer.replaceChildren(element('p', { role: 'status' }, text.comparing))
    const outcome = await checkFile(file)
    await tell(outcome.kind === 'not_found' ? { kind: 'unknown_file' } : outcome, () => pdfOf(() => checkFile(file)))
  }
  async function tell(outcome: Told, freshPdf: () => Promise<string | null>) {
    if (outcome.kind === 'found') {
      answer.replaceChildren(resultView(outcome.result, await tenant, { onAgain: again, freshPdf }))
      answer.querySelector('h2')?.focus()
    } else {
      answer.replaceChildren(element('p', { class: 'message bad', role: 'alert' }, refusal(outcome)))
      answer.scrollIntoView({ block: 'nearest' })
    }
  }

  const printed = codesFromAddress(location.search)
  if (printed) {
    form.show(printed)
    form.submit()
  }
}

async function start(main: HTMLElement): Promise<void> {
  if (!/^\/publico\/registro\/?$/.test(location.pathname.slice(HOME.length))) return startPage(main)
  sayWhose(await readTenant())
  const { startLedgerPage } = await import('./ledger')
  await startLedgerPage(main)
}

const main = document.getElementById('main')
if (main) void start(main)
