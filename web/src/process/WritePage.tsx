import { useParams } from '@tanstack/react-router'
import { EditorPage } from '../editor/EditorPage'

/** Address of the editor: one draft of one process. */
export function WritePage() {
  const { processId, documentId } = useParams({ from: '/app/processo/$processId/documento/$documentId/editar' })
  return <EditorPage key={documentId} processId={processId} documentId={documentId} />
}
