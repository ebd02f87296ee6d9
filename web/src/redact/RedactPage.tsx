import { useQuery } from '@tanstack/react-query'
import { Link, useBlocker, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { documentQuery } from '../api/documents'
import { refreshJobs } from '../api/jobs'
import { refreshProcess } from '../api/processes'
import { askRedaction, redactionQuery, type Area, type Marks, type Passage, type RedactionInput, type RedactionSource } from '../api/redact'
import type { DocumentDetail } from '../api/types'
import { useAct } from '../api/use-act'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { redactMessages as text } from '../messages/redact'
import { usePageTitle } from '../shell/page-title'
import { MarkList } from './MarkList'
import { PreviewButton } from './PreviewButton'
import { RedactForm } from './RedactForm'
import { TextMarks } from './TextMarks'
import './redact.css'

const PageMarks = lazy(() => import('./PageMarks'))

/** Marks what is to be concealed of a document and asks for the copy without it (LAI, art. 7º, § 2º). */
export function RedactPage() {
  const { processId, documentId } = useParams({ from: '/app/processo/$processId/documento/$documentId/ocultar' })
  const document = useQuery(documentQuery(processId, documentId))
  const source = useQuery(redactionQuery(processId, documentId))
  usePageTitle(document.data ? text.title(document.data.title) : text.act)
  const failed = [document, source].find((one) => one.error && !one.data)
  if (failed) return <ErrorMessage error={failed.error} onRetry={() => void failed.refetch()} />
  if (!document.data || !source.data) return <Loading lines={6} />
  return <Marking key={documentId} processId={processId} document={document.data} source={source.data} />
}

interface MarkingProps {
  processId: string
  document: DocumentDetail
  source: RedactionSource
}

function Marking({ processId, document, source }: MarkingProps) {
  const navigate = useNavigate()
  const [passages, setPassages] = useState<Passage[]>([])
  const [areas, setAreas] = useState<Area[]>([])
  const marks: Marks = { digest: source.digest, passages, areas }
  const marked = passages.length + areas.length > 0
  // The browser asks before it throws the marks away; within the system, one leaves by a link that says so.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: marked })
  const written = document.kind === 'authored'
  const ask = useAct((input: RedactionInput, key) => askRedaction(processId, document.id, input, key), {
    onDone: async ({ job }) => {
      announce(text.asked)
      await Promise.all([refreshJobs(), refreshProcess(processId)])
      await navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} })
    },
  })
  return (
    <>
      <p className="small">
        <Link to="/processo/$processId/documento/$documentId" params={{ processId, documentId: document.id }}>
          {text.back}
        </Link>
      </p>
      <h1>{text.title(`${document.title} (${document.number})`)}</h1>
      <p className="muted">{text.intro}</p>
      <div className="redact">
        <div className="redact-document">
          {written ? (
            <TextMarks process={processId} document={document.id} lines={source.lines} marks={passages} onChange={setPassages} />
          ) : (
            <Suspense fallback={<Loading lines={6} />}>
              <PageMarks process={processId} document={document} areas={areas} onChange={setAreas} />
            </Suspense>
          )}
        </div>
        <div className="redact-side">
          <MarkList
            lines={source.lines.map((line) => line.text)}
            passages={passages}
            areas={areas}
            onPassages={setPassages}
            onAreas={setAreas}
          />
          {written ? <PreviewButton processId={processId} documentId={document.id} marks={marks} /> : null}
          <RedactForm
            level={document.access_level === 'restricted' ? 'restricted' : 'public'}
            marked={marked}
            busy={ask.busy}
            error={ask.error}
            field={ask.field}
            onSubmit={(form) => void ask.run({ ...marks, ...form })}
          />
        </div>
      </div>
    </>
  )
}
