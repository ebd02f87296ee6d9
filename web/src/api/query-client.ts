import { onlineManager, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

/** The fetch wrapper already retries what is worth retrying, so Query never does. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      throwOnError: false,
    },
    mutations: { retry: false },
  },
})

/** What is asked for waits while `told` says that nothing can be reached. */
export function waitWhileUnreached(told: (setOnline: (online: boolean) => void) => () => void): void {
  onlineManager.setEventListener(told)
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}
