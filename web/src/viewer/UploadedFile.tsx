import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { documentKey } from '../api/documents'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { viewerMessages as text } from '../messages/viewer'
import { formatSize } from '../time/format'
import { mainWord, useSought } from '../sought/sought'
import { downloadFile, fileAddress, readFile } from './fileAddress'

const PdfViewer = lazy(() => import('./pdf/PdfViewer'))
const FileTextSection = lazy(async () => ({
  default: (await import('../filetext/FileTextSection')).FileTextSection,
}))

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

interface UploadedFileProps {
  processId: string
  document: DocumentDetail
}

/** A file received from outside: PDF and images are shown here, the others are downloaded (DOC-08). */
export function UploadedFile({ processId, document }: UploadedFileProps) {
  const sought = useSought()
  return (
    <>
      <Suspense fallback={null}>
        <FileTextSection process={processId} document={document.id} sought={mainWord(sought)} />
      </Suspense>
      <Content processId={processId} document={document} />
    </>
  )
}

function Content({ processId, document }: UploadedFileProps) {
  const type = document.media_type ?? ''
  if (type === 'application/pdf') return <PdfFile processId={processId} document={document} />
  if (IMAGES.has(type)) return <ImageFile processId={processId} document={document} />
  return <FileCard processId={processId} document={document} />
}

function PdfFile({ processId, document }: UploadedFileProps) {
  const address = useCallback(() => fileAddress(processId, document.id), [processId, document.id])
  return (
    <Suspense fallback={<Loading label={text.pdfViewer.opening} />}>
      <PdfViewer size={document.size ?? 0} address={address} title={document.title} />
    </Suspense>
  )
}

function ImageFile({ processId, document }: UploadedFileProps) {
  const image = useQuery({
    queryKey: [...documentKey(processId, document.id), 'image'],
    queryFn: ({ signal }) => readFile(processId, document.id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  if (image.error && !image.data) return <ErrorMessage error={image.error} onRetry={() => void image.refetch()} />
  if (!image.data) return <Loading label={text.loading} lines={6} />
  return <LocalImage bytes={image.data} title={document.title} />
}

function LocalImage({ bytes, title }: { bytes: Blob; title: string }) {
  const [address] = useState(() => URL.createObjectURL(bytes))
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <div className="document-desk">
      <img className="document-image" src={address} alt={text.imageAlternative(title)} />
    </div>
  )
}

function FileCard({ processId, document }: UploadedFileProps) {
  return (
    <section className="file-card" aria-label={text.fileTitle}>
      <h3>{text.fileTitle}</h3>
      <p>{text.fileText}</p>
      <dl className="facts">
        <dt>{text.fileType}</dt>
        <dd>{document.media_type}</dd>
        <dt>{text.fileSize}</dt>
        <dd>{document.size === null ? '' : formatSize(document.size)}</dd>
      </dl>
      <div>
        <Button look="primary" onClick={() => void downloadFile(processId, document.id)}>
          {text.download}
        </Button>
      </div>
    </section>
  )
}
