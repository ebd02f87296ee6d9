import { uploadMessages } from '../messages/upload'
import { formatSize } from '../time/format'

/** What can be known of a file before sending it (DOC-08). The server checks all of it again, and the content. */
export const LARGEST_FILE_BYTES = 5 * 1024 ** 3

const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  csv: 'text/csv',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
}

export const ACCEPTED_EXTENSIONS = Object.keys(MEDIA_TYPES)

export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  return dot > 0 && dot < fileName.length - 1 ? fileName.slice(dot + 1).toLowerCase() : ''
}

/** By the name, because browsers disagree on the type of the same file. */
export function mediaTypeOf(fileName: string): string | null {
  return MEDIA_TYPES[extensionOf(fileName)] ?? null
}

/** Why the file cannot be sent, in words, or null when it can. */
export function refusalOf({ name, size }: { name: string; size: number }, accepted: ReadonlyMap<string, number>): string | null {
  if (size === 0) return uploadMessages.refusals.empty
  const limit = accepted.get(extensionOf(name))
  if (limit === undefined) return uploadMessages.refusals.forbidden_type(extensionOf(name))
  return size > limit ? uploadMessages.refusals.too_large(formatSize(limit)) : null
}
