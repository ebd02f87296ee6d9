import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import { uploadMessages } from '../messages/upload'
import { UploadStopped } from './stopped'

const PARALLEL_PARTS = 4
const TRIES = 4
const FIRST_PAUSE_MILLISECONDS = 500

interface PartLink {
  number: number
  url: string
}

interface Sending {
  total: number
  arrived: number
  links: PartLink[]
}

type Put = (link: PartLink, bytes: Blob, onBytes: (sent: number) => void, signal: AbortSignal) => Promise<void>

/**
 * A large file in parts, straight to the storage (DOC-08). The server says what has arrived, so that going on after the
 * connection fell, or after the page was closed, sends again only what is missing.
 */
export async function sendParts(
  place: string,
  file: File,
  partSize: number,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
  put: Put = putPart,
): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const sending = await ask<Sending>(`${place}/parts`, signal)
    if (sending.links.length === 0) break
    const sent = new Map<number, number>()
    const before = sending.arrived * partSize
    const report = (number: number, bytes: number) => {
      sent.set(number, bytes)
      const now = before + Array.from(sent.values()).reduce((sum, one) => sum + one, 0)
      onProgress(Math.min(now / file.size, 1))
    }
    // oxlint-disable-next-line no-await-in-loop
    await inParallel(sending.links, (link) => {
      const bytes = file.slice((link.number - 1) * partSize, link.number * partSize)
      return insisting(() => put(link, bytes, (count) => report(link.number, count), signal), signal)
    })
  }
  await ask(`${place}/completion`, signal)
}

/** What of it arrived is forgotten at once; if this fails, the storage forgets it after a day. */
export async function giveUp(place: string): Promise<void> {
  await api.delete(place).catch(() => undefined)
}

async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  try {
    return await api.post<Answer>(path, {}, { signal })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    throw new UploadStopped(error.status === 0 ? uploadMessages.refusals.connection : error.message, 'failed')
  }
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const hand = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop
      await work(next)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_PARTS }, hand))
}

/** A moment without connection costs a pause, not the file. */
async function insisting(act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await act()
    } catch (error) {
      if (signal.aborted || attempt === TRIES) throw error
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MILLISECONDS * 2 ** attempt))
    }
  }
}

/** fetch cannot tell how much has been sent, XMLHttpRequest can. */
function putPart(link: PartLink, bytes: Blob, onBytes: (sent: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => reject(new UploadStopped(uploadMessages.refusals.connection, 'failed'))
    request.open('PUT', link.url)
    request.upload.addEventListener('progress', (event) => onBytes(event.loaded))
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status >= 300) return fail()
      onBytes(bytes.size)
      return resolve()
    })
    request.addEventListener('error', fail)
    signal.addEventListener(
      'abort',
      () => {
        request.abort()
        reject(signal.reason)
      },
      { once: true },
    )
    request.send(bytes)
  })
}
