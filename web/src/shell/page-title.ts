import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '../api/session'
import { shellMessages } from '../messages/shell'

/** Names the browser's tab after the screen, so that many open processes can be told apart. */
export function usePageTitle(page: string): void {
  const city = useQuery({ ...meQuery, enabled: false }).data?.tenant.short_name
  useEffect(() => {
    document.title = shellMessages.title(page, city ?? shellMessages.product)
  }, [page, city])
}
