import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { standardTextQuery } from '../api/authoring'
import { useMe } from '../api/use-me'
import { ErrorMessage, Loading } from '../ds/Message'
import { textMessages as text } from '../messages/authoring'
import { usePageTitle } from '../shell/page-title'
import { StandardTextForm } from './StandardTextForm'

/** A standard text to change (DOC-06). */
export function StandardTextPage() {
  const { textId } = useParams({ from: '/app/textos-padrao/$textId' })
  const { unit } = useMe()
  const found = useQuery(standardTextQuery(unit.id, textId))
  const leave = useLeave()
  usePageTitle(text.editTitle)
  if (found.error) return <ErrorMessage error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading lines={6} />
  return <StandardTextForm key={`${textId}-${found.data.revision}`} text={found.data} onSaved={leave} />
}

/** A standard text to begin. */
export function NewStandardTextPage() {
  usePageTitle(text.newTitle)
  return <StandardTextForm text={null} onSaved={useLeave()} />
}

function useLeave() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/textos-padrao' })
}
