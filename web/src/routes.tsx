import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { ApiProblem } from './api/problem'
import { queryClient } from './api/query-client'
import { meQuery } from './api/session'
import { ToastRegion } from './ds/ToastRegion'
import { InboxPage } from './inbox/InboxPage'
import { readInboxSearch } from './inbox/search'
import { BrokenPage, NotFoundPage } from './shell/BrokenPage'
import { ReentryGate } from './shell/ReentryGate'
import { Shell } from './shell/Shell'

const rootRoute = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <ReentryGate />
      <ToastRegion />
    </>
  ),
})

const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entrar',
  validateSearch: (raw): { voltar?: string } => (typeof raw['voltar'] === 'string' ? { voltar: raw['voltar'] } : {}),
  component: lazyRouteComponent(() => import('./entry/EntryPage'), 'EntryPage'),
})

const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error
      const voltar = location.pathname === '/' ? undefined : location.href
      throw redirect({ to: '/entrar', search: voltar ? { voltar } : {} })
    }
  },
  component: Shell,
})

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/caixa' })
  },
})

const inboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/caixa',
  validateSearch: readInboxSearch,
  component: InboxPage,
})

const accessesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acessos',
  component: lazyRouteComponent(() => import('./entry/AccessesPage'), 'AccessesPage'),
})

const routeTree = rootRoute.addChildren([
  entryRoute,
  appRoute.addChildren([homeRoute, inboxRoute, accessesRoute]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
