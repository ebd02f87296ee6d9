import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { reading, type WritingSearch } from '../beside/search'
import { WritingDesk } from '../beside/WritingDesk'
import { EditorPage } from '../editor/EditorPage'

const ROUTE = '/app/processo/$processId/documento/$documentId/editar'

/** Address of the editor: one draft of one process, and what is read beside it. */
export function WritePage() {
  const { processId, documentId } = useParams({ from: ROUTE })
  const search = useSearch({ from: ROUTE })
  const navigate = useNavigate()
  const show = useCallback(
    (beside: WritingSearch) =>
      void navigate({
        to: '/processo/$processId/documento/$documentId/editar',
        params: { processId, documentId },
        search: beside,
        resetScroll: false,
      }),
    [navigate, processId, documentId],
  )
  return (
    <WritingDesk
      process={processId}
      document={documentId}
      search={search}
      onRead={(process, document) => show(reading(processId, process, document))}
      onClose={() => show({})}
    >
      <EditorPage
        key={documentId}
        processId={processId}
        documentId={documentId}
        reads={search.ler !== undefined}
        onRead={() => show(search.ler === undefined ? { ler: '' } : {})}
      />
    </WritingDesk>
  )
}
