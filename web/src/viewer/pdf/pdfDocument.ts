import { getDocument, GlobalWorkerOptions, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite turns `?url` into the file's address
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { FileAddress } from '../fileAddress'
import { RangeReader } from './rangeReader'

GlobalWorkerOptions.workerSrc = workerAddress

const RANGE_BYTES = 65_536

/** Decoders of scans (JBIG2, JPEG 2000) and the standard fonts that old PDFs do not carry, with hashed addresses. */
const FILES = import.meta.glob<string>(
  [
    '/node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
    '/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  ],
  { query: '?url', import: 'default', eager: true },
)

class HashedFiles {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const entry = Object.entries(FILES).find(([path]) => path.endsWith(`/${filename}`))
    if (!entry) throw new Error(filename)
    const response = await fetch(entry[1])
    if (!response.ok) throw new Error(filename)
    return new Uint8Array(await response.arrayBuffer())
  }
}

export interface PdfSource {
  /** Length of the file in bytes. */
  size: number
  address: () => Promise<FileAddress>
}

export interface OpenedPdf {
  document: PDFDocumentProxy
  close: () => void
}

/**
 * Opens by ranges, so that a scan of hundreds of megabytes shows its first page at once. Addresses last a minute:
 * each range is asked with one that still holds. `onLost` is told when a part cannot be read any more.
 */
export async function openPdfDocument({ size, address }: PdfSource, onLost: () => void): Promise<OpenedPdf> {
  const reader = new RangeReader(address)
  const transport = new PDFDataRangeTransport(size, null)
  transport.requestDataRange = (begin: number, end: number) => {
    reader.read(begin, end).then((bytes) => transport.onDataRange(begin, bytes), onLost)
  }
  const task = getDocument({
    range: transport,
    rangeChunkSize: RANGE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    isEvalSupported: false,
    useWorkerFetch: false,
    BinaryDataFactory: HashedFiles,
  } as Parameters<typeof getDocument>[0])
  const close = () => {
    reader.stop()
    void task.destroy()
  }
  return { document: await task.promise, close }
}

export function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}
