import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { fetchDocuments, processKey } from '../api/processes'
import type { DocumentNode, Page, ProcessPage } from '../api/types'
import { mergeSlots } from './tree-rows'

export interface Documents {
  slots: (DocumentNode | undefined)[]
  /** Asks for what is not loaded around a position; harmless when it is. */
  want: (slot: number) => void
}

/**
 * Documents of a process of any size. The process brings the first page; the rest comes from whichever end is nearer,
 * because what people look for is at the beginning or at the end.
 */
export function useDocuments(page: ProcessPage): Documents {
  const { process, documents } = page
  const [wantStart, setWantStart] = useState(false)
  const [wantEnd, setWantEnd] = useState(false)
  const start = useDirection(process.id, 'asc', documents.next_cursor, wantStart && documents.next_cursor !== null)
  const end = useDirection(process.id, 'desc', null, wantEnd && documents.next_cursor !== null)

  const fromStart = useMemo(() => [...documents.items, ...itemsOf(start.data)], [documents.items, start.data])
  const fromEnd = useMemo(() => itemsOf(end.data), [end.data])
  const slots = useMemo(
    () => mergeSlots(documents.total, fromStart, fromEnd),
    [documents.total, fromStart, fromEnd],
  )

  const want = (slot: number) => {
    if (slots[slot] || start.isFetching || end.isFetching) return
    const nearerStart = slot - fromStart.length <= slots.length - fromEnd.length - slot
    if (nearerStart) {
      if (!wantStart) setWantStart(true)
      else if (start.hasNextPage) void start.fetchNextPage()
    } else if (!wantEnd) setWantEnd(true)
    else if (end.hasNextPage) void end.fetchNextPage()
  }
  return { slots, want }
}

function useDirection(process: string, order: 'asc' | 'desc', first: string | null, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [...processKey(process), 'documents', order],
    queryFn: ({ pageParam }) => fetchDocuments(process, pageParam, order),
    initialPageParam: first,
    getNextPageParam: (page: Page<DocumentNode>) => page.next_cursor,
    enabled,
  })
}

function itemsOf(data: { pages: Page<DocumentNode>[] } | undefined): DocumentNode[] {
  return data?.pages.flatMap((page) => page.items) ?? []
}
