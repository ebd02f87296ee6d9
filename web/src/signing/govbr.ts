import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import { keptHere } from '../environment'
import { type DocumentToSign, refused, type SigningResult, SigningStopped } from './signing'

/** A document that the server made ready: nothing in it is secret. */
export interface ReadyDocument {
  process: string
  id: string
  number: string
  title: string
  preparation: string
}

/** What this tab remembers while the person is at gov.br. */
export interface Round {
  documents: ReadyDocument[]
  /** The screen to go back to. */
  from: string
}

const ROUND = keptHere('iperoig.govbr')

/** What concerns who signs or this installation, and so every document. */
const OF_ALL = new Set(['govbr_not_offered', 'taxpayer_not_registered'])

function pathOf(process: string, document: string): string {
  return `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/govbr-signatures`
}

/** One document made ready for gov.br; raises SigningStopped when going on with the others makes no sense. */
export async function prepareForGovbr(
  process: string,
  document: DocumentToSign,
  roleTitle: string,
): Promise<ReadyDocument | SigningResult> {
  const asked = { role_title: roleTitle, digest: document.digest }
  const place = document.process ?? process
  try {
    const { id } = await api.post<{ id: string }>(pathOf(place, document.id), asked, {
      idempotencyKey: crypto.randomUUID(),
    })
    return { process: place, id: document.id, number: document.number, title: document.title, preparation: id }
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { state: 'failed', reason: '' }
    if (OF_ALL.has(error.code) || error.status === 503) throw new SigningStopped(error.message, false)
    return refused(error.code, error.message)
  }
}

/** Sends the person to gov.br, remembering what is signed when they come back. */
export async function goToGovbr(round: Round, leave = (url: string) => window.location.assign(url)): Promise<void> {
  const { url } = await api.post<{ url: string }>('/govbr-authorisations', { documents: round.documents.length })
  sessionStorage.setItem(ROUND, JSON.stringify(round))
  leave(url)
}

export function roundUnderWay(): Round | null {
  const kept = sessionStorage.getItem(ROUND)
  return kept ? (JSON.parse(kept) as Round) : null
}

export function forgetRound(): void {
  sessionStorage.removeItem(ROUND)
}

interface Collected {
  items: { signature: string | null; code: string | null; message: string | null }[]
}

/** Fetches what gov.br signed and puts each signature in its document, telling the fate of each as it is known. */
export async function finishRound(
  round: Round,
  back: { code: string; state: string },
  note: (id: string, result: SigningResult) => void,
): Promise<void> {
  const documents = round.documents.map(({ process, id, preparation }) => ({ process, document: id, preparation }))
  const { items } = await api.post<Collected>('/govbr-signatures', { ...back, documents })
  for (const [place, document] of round.documents.entries()) {
    const item = items[place]
    if (item?.signature) note(document.id, await finishOne(document, item.signature))
    else note(document.id, { state: 'failed', reason: item?.message ?? '' })
  }
}

async function finishOne(document: ReadyDocument, signature: string): Promise<SigningResult> {
  const path = `${pathOf(document.process, document.id)}/${encodeURIComponent(document.preparation)}`
  try {
    await api.post(path, { signature }, { idempotencyKey: crypto.randomUUID() })
    return { state: 'signed' }
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { state: 'failed', reason: '' }
    return refused(error.code, error.message)
  }
}
