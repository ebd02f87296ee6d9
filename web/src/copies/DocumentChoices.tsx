import { useInfiniteQuery } from '@tanstack/react-query'
import { fetchDocuments, processKey } from '../api/processes'
import type { DocumentNode, Page } from '../api/types'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { ErrorMessage, Loading } from '../ds/Message'
import { copyMessages as text } from '../messages/jobs'
import './copies.css'

interface DocumentChoicesProps {
  process: string
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  legend?: string
  /** Which documents are offered at all. */
  offered?: (node: DocumentNode) => boolean
}

/** Which documents of a process, by their boxes. */
export function DocumentChoices({ process, chosen, onChange, legend = text.choose, offered = () => true }: DocumentChoicesProps) {
  const documents = useInfiniteQuery({
    queryKey: [...processKey(process), 'documents', 'to-copy'],
    queryFn: ({ pageParam }) => fetchDocuments(process, pageParam, 'asc'),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<DocumentNode>) => page.next_cursor,
  })
  const nodes = documents.data?.pages.flatMap((page) => page.items).filter(offered) ?? []
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className="copy-choices">
      <legend className="field-label">{legend}</legend>
      {documents.isPending ? <Loading lines={3} /> : null}
      <ErrorMessage error={documents.data ? null : documents.error} onRetry={() => void documents.refetch()} />
      <div className="copy-list">
        {nodes.map((node) => (
          <Checkbox
            key={node.id}
            label={`${node.number} · ${node.title}`}
            checked={chosen.has(node.id)}
            onChange={(on) => toggle(node.id, on)}
          />
        ))}
        {documents.hasNextPage ? (
          <Button small look="secondary" busy={documents.isFetchingNextPage} onClick={() => void documents.fetchNextPage()}>
            {text.more}
          </Button>
        ) : null}
      </div>
      <p className="muted small" role="status">
        {text.chosen(chosen.size)}
      </p>
    </fieldset>
  )
}
