import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { isNotFound } from '../api/query-client'
import { processQuery } from '../api/processes'
import type { ProcessPage as Page } from '../api/types'
import { useMe } from '../api/use-me'
import { opened } from '../commands/recent'
import { Button, buttonClass } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { processMessages as text, treeMessages } from '../messages/process'
import { SoughtField } from '../sought/SoughtField'
import { drop, ownerOf } from '../tabs/kept'
import { usePageTitle } from '../shell/page-title'
import { DirectLineSwitch } from './DirectLineSwitch'
import { DocumentColumn } from './DocumentColumn'
import { DocumentTree } from './DocumentTree'
import { PanelLayout } from './PanelLayout'
import { ProcessHeader } from './ProcessHeader'
import { SidePanel } from './SidePanel'
import { useDocuments, type Documents } from './use-documents'
import './process.css'
import './tree.css'

const ManyDocuments = lazy(() => import('../many/ManyDocuments'))
const SoughtResults = lazy(() => import('../sought/SoughtResults'))
const DirectLineTree = lazy(() => import('./DirectLineTree'))

/** One process: documents, what is being read, and its history, each with an address of its own. */
export function ProcessPage() {
  const { processId } = useParams({ from: '/app/processo/$processId' })
  const { data, error, refetch } = useQuery(processQuery(processId))
  usePageTitle(data ? text.title(data.process.nup, data.process.type.name) : text.loading)
  // A process that is no longer one's own is not shown from memory.
  if (data && !isNotFound(error)) return <LoadedProcess key={processId} page={data} />
  if (isNotFound(error)) return <MissingProcess id={processId} />
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  return <Loading label={text.loading} lines={6} />
}

function LoadedProcess({ page }: { page: Page }) {
  const params = useParams({ strict: false })
  const documents = useDocuments(page)
  const { id, nup, type, effective_access_level: level } = page.process
  useEffect(() => opened({ id, nup, type: type.name, level }), [id, nup, type.name, level])
  const current = params.documentId
  return (
    <div className="process">
      <ProcessHeader page={page} />
      <PanelLayout
        reading={current}
        tree={<Tree page={page} documents={documents} current={current} />}
        total={page.documents.total}
        document={<DocumentColumn page={page} documentId={current} nodes={documents.slots} />}
        side={<SidePanel page={page} />}
      />
    </div>
  )
}

interface TreeProps {
  page: Page
  documents: Documents
  current: string | undefined
}

/** What answers the words looked for; else the whole tree, or what of it is on the direct line (PRO-19). */
function Tree(props: TreeProps) {
  const { linha, achar } = useSearch({ from: '/app/processo/$processId' })
  const [many, setMany] = useState(false)
  const { process, documents } = props.page
  if (many) {
    return (
      <Suspense fallback={<Loading lines={4} />}>
        <ManyDocuments process={process.id} total={documents.total} onClose={() => setMany(false)} />
      </Suspense>
    )
  }
  return (
    <>
      {documents.total > 0 ? <SoughtField /> : null}
      {documents.total > 1 && !achar ? (
        <div className="tree-many">
          <Button small onClick={() => setMany(true)}>
            {treeMessages.many}
          </Button>
        </div>
      ) : null}
      {achar ? (
        <Suspense fallback={<Loading lines={4} />}>
          <SoughtResults key={achar} page={props.page} words={achar} current={props.current} />
        </Suspense>
      ) : null}
      {achar ? null : <WholeTree {...props} direct={linha === 'direta'} />}
    </>
  )
}

function WholeTree(props: TreeProps & { direct: boolean }) {
  const { direct } = props
  return (
    <>
      {direct || (props.page.documents.total > 0 && props.page.passed_units.length > 1) ? <DirectLineSwitch on={direct} /> : null}
      {direct ? (
        <Suspense fallback={<Loading lines={4} />}>
          <DirectLineTree page={props.page} current={props.current} />
        </Suspense>
      ) : (
        <DocumentTree {...props} />
      )}
    </>
  )
}

/** What one lost access to leaves the tabs too. */
function MissingProcess({ id }: { id: string }) {
  const owner = ownerOf(useMe())
  useEffect(() => drop(owner, id), [owner, id])
  return (
    <section className="sheet stack">
      <h1>{text.notFoundTitle}</h1>
      <p>{text.notFoundText}</p>
      <div>
        <Link to="/caixa" className={buttonClass('secondary')}>
          {text.backToInbox}
        </Link>
      </div>
    </section>
  )
}
