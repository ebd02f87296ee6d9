import type { AnyRoute, AnyRouter } from '@tanstack/react-router'
import { inboxQuery, type InboxFilters } from './api/inbox'
import { processQuery } from './api/processes'
import { queryClient } from './api/query-client'
import { meKey } from './api/session'
import type { Me } from './api/types'

/**
 * What a screen shows is asked for while its code still comes, not after it is drawn. Only on entering: from then on
 * the screen itself keeps it fresh. And never for a link that was only pointed at: what is read is audited.
 */
export const onEntering = { gcTime: 0, shouldReload: false } as const

export function askInbox(filters: InboxFilters): void {
  const me = queryClient.getQueryData<Me>(meKey)
  if (me) void queryClient.prefetchInfiniteQuery(inboxQuery(me.unit.id, filters))
}

export function askProcess(id: string): void {
  void queryClient.prefetchQuery(processQuery(id))
}

/** The code of the first screen comes while the server is still asked who is here, right after that question. */
export function bringScreenEarly(router: AnyRouter): void {
  const stop = router.subscribe('onBeforeLoad', () => {
    stop()
    const routes: Record<string, AnyRoute> = router.routesById
    setTimeout(() => {
      for (const { routeId } of router.matchRoutes(router.latestLocation)) {
        const route = routes[routeId]
        // What fails here is asked for again, and told, when the screen is drawn.
        if (route) void router.loadRouteChunk(route)?.catch(() => undefined)
      }
    })
  })
}
