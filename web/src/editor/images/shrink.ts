import { imageMessages as text } from '../../messages/images'
import { UploadStopped } from '../../upload/stopped'

/** What the server takes (domain/content_images.py). */
export const LARGEST_IMAGE_BYTES = 1024 * 1024
const WIDEST_PIXELS = 1600
/** The width of a page's text at the density of a screen. */
const PAGE_PIXELS = 640
const QUALITIES = [0.86, 0.7, 0.5]

export interface FittedImage {
  file: File
  /** How much of the page's width it asks for. */
  width: number
}

/** A size that the dialog offers, near the picture's own. */
export function widthFor(pixels: number): number {
  const share = (pixels / PAGE_PIXELS) * 100
  return [25, 50, 75].find((size) => share <= size) ?? 100
}

/**
 * Drawn anew at a size that paper needs: what a camera writes beside the picture (place, owner) is left behind.
 * Raises UploadStopped when it is no picture, or stays too large.
 */
export async function fitImage(file: Blob): Promise<FittedImage> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new UploadStopped(text.unreadable, 'refused')
  })
  const width = widthFor(picture.width)
  const scale = Math.min(1, WIDEST_PIXELS / picture.width)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new UploadStopped(text.unreadable, 'failed')
  if (file.type === 'image/png') {
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const drawn = await encoded(canvas, 'image/png')
    if (drawn.size <= LARGEST_IMAGE_BYTES) return { file: named(drawn, 'imagem.png'), width }
  }
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  for (const quality of QUALITIES) {
    // oxlint-disable-next-line no-await-in-loop
    const drawn = await encoded(canvas, 'image/jpeg', quality)
    if (drawn.size <= LARGEST_IMAGE_BYTES) return { file: named(drawn, 'imagem.jpg'), width }
  }
  throw new UploadStopped(text.tooLarge, 'refused')
}

function encoded(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new UploadStopped(text.unreadable, 'failed')))
    canvas.toBlob(take, type, quality)
  })
}

const named = (blob: Blob, name: string) => new File([blob], name, { type: blob.type })
