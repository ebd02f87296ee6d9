import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchDocuments, processKey } from '../api/processes'
import type { DocumentNode, Page } from '../api/types'

/** Every document of the process, page after page, in the order of its tree. */
export function useAllDocuments(process: string) {
  const documents = useInfiniteQuery({
    queryKey: [...processKey(process), 'documents', 'whole'],
    queryFn: ({ pageParam }) => fetchDocuments(process, pageParam, 'asc'),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<DocumentNode>) => page.next_cursor,
    staleTime: 0,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = documents
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const nodes = documents.data?.pages.flatMap((page) => page.items) ?? []
  const ready = documents.isSuccess && !hasNextPage && !documents.isFetching
  return { nodes, ready, error: documents.error, retry: () => void documents.refetch() }
}
