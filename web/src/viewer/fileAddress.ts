import { api } from '../api/client'
import { sentenceForError } from '../api/problem'
import { announce } from '../ds/toast'
import { viewerMessages } from '../messages/viewer'

/** Where a received file can be read for about a minute. */
export interface FileAddress {
  url: string
  file_name: string
  media_type: string
  expires_at: string
}

export function fileAddress(process: string, document: string, signal?: AbortSignal): Promise<FileAddress> {
  const path = `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/file`
  return api.get<FileAddress>(path, signal ? { signal } : {})
}

async function bytesAt({ url }: FileAddress, signal?: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { credentials: 'omit', ...(signal ? { signal } : {}) })
  if (!response.ok) throw new Error(viewerMessages.fileFailed)
  return response.blob()
}

/** The whole file; pages may not show what comes from the storage's own address, only what they have read. */
export async function readFile(process: string, document: string, signal?: AbortSignal): Promise<Blob> {
  return bytesAt(await fileAddress(process, document, signal), signal)
}

/** Saves the file with its own name; by its address alone the browser would open a PDF instead. */
export function downloadFile(process: string, document: string): Promise<void> {
  return downloadFrom(() => fileAddress(process, document))
}

export async function downloadFrom(ask: () => Promise<FileAddress>): Promise<void> {
  try {
    const address = await ask()
    const local = URL.createObjectURL(await bytesAt(address))
    const link = window.document.createElement('a')
    link.href = local
    link.download = address.file_name
    link.click()
    setTimeout(() => URL.revokeObjectURL(local), 60_000)
  } catch (error) {
    const sentence = error instanceof TypeError ? viewerMessages.fileFailed : sentenceForError(error)
    announce(sentence, { tone: 'danger' })
  }
}
