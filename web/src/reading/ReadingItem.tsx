import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { documentQuery } from '../api/documents'
import type { DocumentNode } from '../api/types'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { readingMessages as text } from '../messages/reading'
import { DocumentBody } from '../viewer/DocumentBody'
import { SignatureList } from '../viewer/SignatureList'

/** How far from the window a document is fetched: about two screens, so that who reads does not wait. */
const NEAR = '1500px'

interface ReadingItemProps {
  process: string
  node: DocumentNode | undefined
  place: number
  of: number
  want: (slot: number) => void
}

/** One document in its place; what it says is fetched when the reader comes near. */
export function ReadingItem({ process, node, place, of, want }: ReadingItemProps) {
  const item = useRef<HTMLLIElement>(null)
  const near = useNear(item)
  const missing = node === undefined
  useEffect(() => {
    if (near && missing) want(place)
  }, [near, missing, place, want])
  const title = node ? `${node.title} (${node.number})` : text.place(place + 1, of)
  return (
    <li ref={item} className="reading-item" aria-label={title}>
      <h2 className="reading-title">
        {node ? (
          <Link to="/processo/$processId/documento/$documentId" params={{ processId: process, documentId: node.id }}>
            {title}
          </Link>
        ) : (
          title
        )}
        <span className="muted small">{text.place(place + 1, of)}</span>
      </h2>
      {near && node ? <Content process={process} node={node} /> : <Loading lines={3} />}
    </li>
  )
}

function Content({ process, node }: { process: string; node: DocumentNode }) {
  const read = useQuery(documentQuery(process, node.id))
  const [asked, setAsked] = useState(false)
  if (read.error && !read.data) return <ErrorMessage error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <Loading lines={6} />
  const file = node.kind === 'uploaded' && read.data.content_visible && read.data.state !== 'cancelled'
  return (
    <>
      {file && !asked ? (
        <Button look="secondary" onClick={() => setAsked(true)}>
          {text.showFile}
        </Button>
      ) : (
        <DocumentBody processId={process} document={read.data} />
      )}
      {read.data.content_visible ? <SignatureList processId={process} document={read.data} /> : null}
    </>
  )
}

/** Whether the place came near the window; once it did, it stays. */
function useNear(item: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !item.current) return undefined
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: NEAR },
    )
    watcher.observe(item.current)
    return () => watcher.disconnect()
  }, [near, item])
  return near
}
