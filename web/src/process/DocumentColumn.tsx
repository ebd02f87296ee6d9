import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { documentQuery } from '../api/documents'
import { processKey, refreshProcess } from '../api/processes'
import { queryClient } from '../api/query-client'
import type { DocumentDetail, DocumentNode, ProcessPage } from '../api/types'
import { Loading } from '../ds/Message'
import { overviewMessages as text, sideMessages } from '../messages/process'
import { useTime } from '../time/use-time'
import { isAllowed } from './acts'
import { filing } from './filing'
import { useNeighbourKeys } from './neighbours'

const DocumentPanel = lazy(async () => ({ default: (await import('../viewer/DocumentPanel')).DocumentPanel }))
const CancelDialog = lazy(async () => ({ default: (await import('./dialogs/DocumentDialogs')).CancelDocumentDialog }))
const DeleteDialog = lazy(async () => ({ default: (await import('./dialogs/DocumentDialogs')).DeleteDocumentDialog }))

interface DocumentColumnProps {
  page: ProcessPage
  documentId: string | undefined
  nodes: (DocumentNode | undefined)[]
}

/**
 * What is being read. No document opens by itself: reading a signed one of another unit freezes it (DOC-11), so it must
 * be the person's own choice.
 */
export function DocumentColumn({ page, documentId, nodes }: DocumentColumnProps) {
  const [asking, setAsking] = useState<{ act: 'cancel' | 'delete'; document: DocumentDetail } | null>(null)
  const process = page.process.id
  useNeighbourKeys(page, nodes, documentId)
  usePenOfTheTree(process, documentId, nodes)
  if (!documentId) return <Overview page={page} nodes={nodes} />
  const dialog = asking
    ? { process, document: asking.document.id, name: nameOf(asking.document), onClose: () => setAsking(null) }
    : null
  return (
    <>
      <Suspense fallback={<Loading lines={6} />}>
        <DocumentPanel
          key={documentId}
          processId={process}
          documentId={documentId}
          onChanged={() => void refreshProcess(process)}
          onCancel={(document) => setAsking({ act: 'cancel', document })}
          onDelete={(document) => setAsking({ act: 'delete', document })}
        />
      </Suspense>
      <Suspense fallback={null}>
        {dialog && asking?.act === 'cancel' ? <CancelDialog {...dialog} /> : null}
        {dialog && asking?.act === 'delete' ? <DeleteDialog {...dialog} /> : null}
      </Suspense>
    </>
  )
}

/** Reading a signed document of another unit blackens its pen (DOC-11): the list is then read again to show it. */
function usePenOfTheTree(process: string, documentId: string | undefined, nodes: (DocumentNode | undefined)[]) {
  const read = useQuery({ ...documentQuery(process, documentId ?? ''), enabled: false })
  const now = read.data?.pen
  const shown = nodes.find((node) => node?.id === documentId)?.pen
  useEffect(() => {
    if (!now || !shown || now === shown) return
    void queryClient.invalidateQueries({ queryKey: processKey(process), exact: true })
  }, [process, now, shown])
}

function nameOf(document: DocumentDetail): string {
  return `${document.title} (${document.number})`
}

const LATEST_SHOWN = 5

function Overview({ page, nodes }: { page: ProcessPage; nodes: (DocumentNode | undefined)[] }) {
  const { process } = page
  const time = useTime()
  const latest = nodes.filter((node) => node !== undefined).slice(-LATEST_SHOWN).toReversed()
  const people = process.interested_parties.map((one) => one.name).join('; ')
  return (
    <section className="overview stack" aria-labelledby="resumo">
      <h2 id="resumo">{text.title}</h2>
      <dl className="process-facts">
        <dt>{sideMessages.specification}</dt>
        <dd>{process.specification || sideMessages.none}</dd>
        <dt>{sideMessages.interested}</dt>
        <dd>{people || sideMessages.none}</dd>
        <dt>{sideMessages.started}</dt>
        <dd>{filing(process, time.day)}</dd>
      </dl>
      {latest.length > 0 ? (
        <>
          <h3>{text.latest}</h3>
          <ul className="overview-list">
            {latest.map((node) => (
              <li key={node.id}>
                <Link
                  to="/processo/$processId/documento/$documentId"
                  params={{ processId: process.id, documentId: node.id }}
                  search={(now) => now}
                >
                  {node.title} ({node.number})
                </Link>{' '}
                <span className="muted small">
                  {node.unit.acronym}, {time.short(node.created_at)}
                </span>
              </li>
            ))}
          </ul>
          <p className="muted">{text.choose}</p>
        </>
      ) : (
        <p>
          {text.firstStep} {isAllowed(page.actions, 'document.create') ? text.firstStepHow : null}
        </p>
      )}
    </section>
  )
}
