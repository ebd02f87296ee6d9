import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import { uploadMessages } from '../messages/upload'
import { mediaTypeOf } from './rules'
import { UploadStopped } from './stopped'

/** A small file goes whole to `post`, a large one in parts of `part_size` bytes. */
export interface Declared {
  id: string
  post: { url: string; fields: Record<string, string> } | null
  part_size: number | null
}

interface UploadStatus {
  state: 'waiting' | 'accepted' | 'refused' | 'filed'
  reason: { code: string; message: string } | null
}

const text = uploadMessages.refusals
export const placeOf = (process: string, upload: string) => `${uploads(process)}/${encodeURIComponent(upload)}`
const uploads = (process: string) => `/processes/${encodeURIComponent(process)}/uploads`

export function computeHash(file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' })
    const settle = (act: () => void) => {
      worker.terminate()
      act()
    }
    const unreadable = () => settle(() => reject(new UploadStopped(text.unreadable, 'failed')))
    signal.addEventListener('abort', () => settle(() => reject(signal.reason)), { once: true })
    worker.addEventListener('error', unreadable)
    worker.addEventListener('message', (event: MessageEvent<{ progress?: number; digest?: string; failed?: true }>) => {
      const { progress, digest, failed } = event.data
      if (progress !== undefined) onProgress(progress)
      if (digest) settle(() => resolve(digest))
      if (failed) unreadable()
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(file)
  })
}

export async function declare(process: string, file: File, sha256: string, signal: AbortSignal): Promise<Declared> {
  try {
    return await api.post<Declared>(
      uploads(process),
      { file_name: file.name, size: file.size, sha256, media_type: mediaTypeOf(file.name) ?? file.type },
      { signal },
    )
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const retriable = error.status === 0 || error.status === 429 || error.status >= 500
    throw new UploadStopped(error.fields[0]?.message ?? error.message, retriable ? 'failed' : 'refused')
  }
}

/** Straight to the storage; fetch cannot tell how much has been sent, XMLHttpRequest can. */
export function sendFile(
  post: NonNullable<Declared['post']>,
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(post.fields)) form.append(name, value)
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (message: string) => () => reject(new UploadStopped(message, 'failed'))
    request.open('POST', post.url)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else fail(storageReason(request.responseText))()
    })
    request.addEventListener('error', fail(text.connection))
    request.addEventListener('timeout', fail(text.connection))
    signal.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason)
    })
    request.send(form)
  })
}

function storageReason(answer: string): string {
  if (/EntityTooLarge|EntityTooSmall|BadDigest|XAmzContentSHA256Mismatch|InvalidDigest/.test(answer))
    return text.mismatch
  return text.storage
}

const FIRST_WAIT_MILLISECONDS = 600
const LONGEST_WAIT_MILLISECONDS = 5000
const PATIENCE_MILLISECONDS = 5 * 60_000

/** Waits until the inspection accepts the file; raises UploadStopped with the reason when it refuses. */
export async function waitForInspection(process: string, upload: string, signal: AbortSignal): Promise<void> {
  const started = Date.now()
  let wait = FIRST_WAIT_MILLISECONDS
  while (Date.now() - started < PATIENCE_MILLISECONDS) {
    await pause(wait, signal)
    const status = await readStatus(process, upload, signal)
    if (status?.state === 'accepted') return
    if (status?.state === 'refused') throw new UploadStopped(status.reason?.message ?? text.refused, 'refused')
    wait = Math.min(wait * 1.5, LONGEST_WAIT_MILLISECONDS)
  }
  throw new UploadStopped(text.slow, 'failed')
}

/** Whether a sending begun before can still go on. */
export async function isWaiting(process: string, upload: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await api.get<UploadStatus>(placeOf(process, upload), { signal })).state === 'waiting'
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return false
    throw error instanceof ApiProblem ? new UploadStopped(error.message, 'failed') : error
  }
}

async function readStatus(process: string, upload: string, signal: AbortSignal): Promise<UploadStatus | null> {
  try {
    return await api.get<UploadStatus>(`${uploads(process)}/${encodeURIComponent(upload)}`, { signal })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    // A moment without connection does not undo a file that is already there.
    if (error.status === 0 || error.status >= 500) return null
    throw new UploadStopped(error.message, 'failed')
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
}
