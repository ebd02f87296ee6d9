import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { documentKey } from '../api/documents'
import type { DocumentDetail } from '../api/types'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { viewerMessages as text } from '../messages/viewer'
import { formatSize } from '../time/format'
import { downloadFile, fileAddress } from './DocumentActions'

const PdfViewer = lazy(() => import('./pdf/PdfViewer'))

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/** Addresses are presigned for some minutes; asking again before that keeps page turning working. */
const ADDRESS_FRESH_MILLISECONDS = 4 * 60_000

interface UploadedFileProps {
  processId: string
  document: DocumentDetail
}

/** A file received from outside: PDF and images are shown here, the others are downloaded. */
export function UploadedFile({ processId, document }: UploadedFileProps) {
  const type = document.media_type ?? ''
  const shown = type === 'application/pdf' || IMAGES.has(type)
  const address = useQuery({
    queryKey: [...documentKey(processId, document.id), 'file'],
    queryFn: ({ signal }) => fileAddress(processId, document.id, signal),
    enabled: shown,
    staleTime: ADDRESS_FRESH_MILLISECONDS,
    refetchOnWindowFocus: false,
  })
  if (!shown) return <FileCard processId={processId} document={document} />
  if (address.error && !address.data)
    return <ErrorMessage error={address.error} onRetry={() => void address.refetch()} />
  if (!address.data) return <Loading label={text.loading} lines={6} />
  const { url } = address.data
  if (IMAGES.has(type)) {
    return (
      <div className="document-desk">
        <img className="document-image" src={url} alt={text.imageAlternative(document.title)} />
      </div>
    )
  }
  return (
    <Suspense fallback={<Loading label={text.pdfViewer.opening} />}>
      <PdfViewer url={url} title={document.title} />
    </Suspense>
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
