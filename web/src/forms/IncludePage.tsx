import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { processQuery } from '../api/processes'
import type { DocumentType, ProcessPage } from '../api/types'
import { ErrorMessage, Loading } from '../ds/Message'
import { formMessages as text } from '../messages/forms'
import { isAllowed } from '../process/acts'
import { usePageTitle } from '../shell/page-title'
import { AuthoredForm } from './AuthoredForm'
import { TypePicker } from './TypePicker'

// Who writes here does not wait for what sends files.
const UploadedForm = lazy(async () => ({ default: (await import('./UploadedForm')).UploadedForm }))

/** Include a document: written here (DOC-01) or a file from outside (DOC-08). Way and type are in the address. */
export function IncludePage() {
  const { processId } = useParams({ from: '/app/processo/$processId/incluir' })
  const { modo, tipo } = useSearch({ from: '/app/processo/$processId/incluir' })
  const process = useQuery(processQuery(processId))
  const types = useQuery(catalogueQuery('document-types'))
  usePageTitle(text.includeTitle)
  const error = (process.data ? null : process.error) ?? (types.data ? null : types.error)
  if (error) return <ErrorMessage error={error} onRetry={() => void Promise.all([process.refetch(), types.refetch()])} />
  if (!process.data || !types.data) return <Loading lines={6} />
  const type = types.data.find((one) => one.code === tipo && canWrite(one))
  if (modo === 'arquivo') {
    return (
      <Suspense fallback={<Loading lines={6} />}>
        <UploadedForm key={processId} page={process.data} types={types.data} head={<IncludeHead page={process.data} mode="arquivo" />} />
      </Suspense>
    )
  }
  if (type) return <AuthoredForm key={type.code} page={process.data} type={type} />
  return (
    <section className="sheet stack">
      <IncludeHead page={process.data} mode="produzir" />
      <PickDocument processId={processId} types={types.data} />
    </section>
  )
}

function canWrite(type: DocumentType): boolean {
  return type.applies_to !== 'uploaded'
}

function IncludeHead({ page, mode }: { page: ProcessPage; mode: 'produzir' | 'arquivo' }) {
  const params = { processId: page.process.id }
  const upload = isAllowed(page.actions, 'document.upload')
  return (
    <div className="stack">
      <div>
        <h1>
          {text.includeTitle} <span className="muted inbox-unit">{text.includeIn(page.process.nup)}</span>
        </h1>
        <Link to="/processo/$processId" params={params}>
          {text.back}
        </Link>
      </div>
      <nav aria-label={text.modes}>
        <ul className="tabs">
          <li>
            <Link
              to="/processo/$processId/incluir"
              params={params}
              search={{}}
              activeOptions={{ exact: true }}
              className="tab"
              aria-current={mode === 'produzir' ? 'page' : undefined}
            >
              {text.modeAuthored}
            </Link>
          </li>
          {upload ? (
            <li>
              <Link
                to="/processo/$processId/incluir"
                params={params}
                search={{ modo: 'arquivo' }}
                activeOptions={{ exact: true }}
                className="tab"
                aria-current={mode === 'arquivo' ? 'page' : undefined}
              >
                {text.modeUploaded}
              </Link>
            </li>
          ) : null}
        </ul>
      </nav>
    </div>
  )
}

function PickDocument({ processId, types }: { processId: string; types: DocumentType[] }) {
  const navigate = useNavigate()
  const choices = types
    .filter(canWrite)
    .map((type) => ({ code: type.code, name: type.name, note: type.group, first: type.has_template }))
  return (
    <TypePicker
      firstTitle={text.usedDocuments}
      allTitle={text.allDocuments}
      choices={choices}
      link={(choice, label) => (
        <Link
          to="/processo/$processId/incluir"
          params={{ processId }}
          search={{ tipo: choice.code }}
          className="type-link"
        >
          {label}
        </Link>
      )}
      onEnter={(choice) =>
        void navigate({ to: '/processo/$processId/incluir', params: { processId }, search: { tipo: choice.code } })
      }
    />
  )
}
