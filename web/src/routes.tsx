import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type RouteComponent } from '@tanstack/react-router'
import { ApiProblem } from './api/problem'
import { queryClient } from './api/query-client'
import { meQuery } from './api/session'
import { readBlockSearch, readBlocksSearch } from './blocks/search'
import { ToastRegion } from './ds/ToastRegion'
import { askInbox, askProcess, onEntering } from './entering'
import { HOME } from './environment'
import { InboxPage } from './inbox/InboxPage'
import { filtersOf, readInboxSearch } from './inbox/search'
import { opensOnPanel } from './panel/home'
import { readWritingSearch } from './beside/search'
import { readProcessSearch } from './process/search'
import { readReturnsSearch } from './returns/search'
import { AloneBrokenPage, BrokenPage, NotFoundPage } from './shell/BrokenPage'
import { ReentryGate } from './shell/ReentryGate'
import { SecretGate } from './shell/SecretGate'
import { Shell } from './shell/Shell'

const rootRoute = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <SecretGate />
      <ReentryGate />
      <ToastRegion />
    </>
  ),
  notFoundComponent: lazyRouteComponent(() => import('./entry/LostPage'), 'LostPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entrar',
  validateSearch: (raw): { voltar?: string } => (typeof raw['voltar'] === 'string' ? { voltar: raw['voltar'] } : {}),
  component: lazyRouteComponent(() => import('./entry/EntryPage'), 'EntryPage'),
})

const entryReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entrar/retorno',
  component: lazyRouteComponent(() => import('./entry/EntryReturnPage'), 'EntryReturnPage'),
})

const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/esqueci-a-senha',
  component: lazyRouteComponent(() => import('./entry/ForgotPage'), 'ForgotPage'),
})

const makePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/senha',
  component: lazyRouteComponent(() => import('./entry/MakePasswordPage'), 'MakePasswordPage'),
})

const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery) // Without a required second factor, one screen only (ACC-02).
      if (me.must_enrol && location.pathname !== '/seguranca') throw redirect({ to: '/seguranca' })
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error
      const voltar = location.pathname === '/' ? undefined : location.href
      throw redirect({ to: '/entrar', search: voltar ? { voltar } : {} })
    }
  },
  component: Shell,
  errorComponent: AloneBrokenPage,
})

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: opensOnPanel() ? '/painel' : '/caixa' })
  },
})

const inboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/caixa',
  validateSearch: readInboxSearch,
  loaderDeps: ({ search }) => filtersOf(search),
  loader: ({ deps, preload }) => (preload ? undefined : askInbox(deps)),
  ...onEntering,
  component: InboxPage,
})

const accessesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acessos',
  component: lazyRouteComponent(() => import('./entry/AccessesPage'), 'AccessesPage'),
})

const blocksRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/blocos',
  validateSearch: readBlocksSearch,
  component: lazyRouteComponent(() => import('./blocks/BlocksPage'), 'BlocksPage'),
})

const blockRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/bloco/$blockId',
  validateSearch: readBlockSearch,
  component: lazyRouteComponent(() => import('./blocks/BlockPage'), 'BlockPage'),
})

const blockGroupsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/grupos-de-blocos',
  component: lazyRouteComponent(() => import('./blocks/BlockGroupsPage'), 'BlockGroupsPage'),
})

const signingQueueRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/para-assinar',
  validateSearch: readBlockSearch,
  component: lazyRouteComponent(() => import('./blocks/SigningQueuePage'), 'SigningQueuePage'),
})

const govbrRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/assinatura-govbr',
  component: lazyRouteComponent(() => import('./signing/GovbrReturnPage'), 'GovbrReturnPage'),
})

const suspendedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sobrestados',
  component: lazyRouteComponent(() => import('./away/AwayPage'), 'SuspendedPage'),
})

const concludedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/concluidos',
  validateSearch: (raw): { de?: 'mim' } => (raw['de'] === 'mim' ? { de: 'mim' } : {}),
  component: lazyRouteComponent(() => import('./away/AwayPage'), 'ConcludedPage'),
})

const trashRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/lixeira',
  component: lazyRouteComponent(() => import('./life/TrashPage'), 'TrashPage'),
})

/** A screen whose address holds nothing but its path. */
const screen = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => appRoute, path, component })

const panelRoute = screen('/painel', lazyRouteComponent(() => import('./panel/PanelPage'), 'PanelPage'))
const boardRoute = screen('/quadro', lazyRouteComponent(() => import('./board/BoardPage'), 'BoardPage'))
const followRoute = screen('/acompanhamento', lazyRouteComponent(() => import('./follow/FollowUpsPage'), 'FollowUpsPage'))
const labelsRoute = screen('/marcadores', lazyRouteComponent(() => import('./labels/LabelsPage'), 'LabelsPage'))
const phasesRoute = screen('/fases', lazyRouteComponent(() => import('./phases/PhasesPage'), 'PhasesPage'))
const checklistsRoute = screen('/listas', lazyRouteComponent(() => import('./checklists/TemplatesPage'), 'TemplatesPage'))

const returnsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/retornos',
  validateSearch: readReturnsSearch,
  component: lazyRouteComponent(() => import('./returns/ReturnsPage'), 'ReturnsPage'),
})
const groupsRoute = screen('/grupos-de-envio', lazyRouteComponent(() => import('./groups/GroupsPage'), 'GroupsPage'))
const plansRoute = screen('/planos', lazyRouteComponent(() => import('./plans/PlansPage'), 'PlansPage'))
const flowsRoute = screen('/fluxos', lazyRouteComponent(() => import('./flows/FlowsPage'), 'FlowsPage'))
const heldRoute = screen('/sigilosos', lazyRouteComponent(() => import('./confidential/HeldPage'), 'HeldPage'))
const holdingsRoute = screen('/acervo', lazyRouteComponent(() => import('./holdings/HoldingsPage'), 'HoldingsPage'))
const checkpointsRoute = screen('/pontos-de-controle', lazyRouteComponent(() => import('./labels/CheckpointsPage'), 'CheckpointsPage'))
const mergeRoute = screen('/documento-em-varios', lazyRouteComponent(() => import('./merge/MergePage'), 'MergePage'))
const numberingRoute = screen('/numeracao', lazyRouteComponent(() => import('./numbering/NumberingPage'), 'NumberingPage'))
const usersRoute = screen('/administracao/usuarios', lazyRouteComponent(() => import('./admin/UsersPage'), 'UsersPage'))

/** The login is no part of the path: it has a dot, and what has a dot is served as a file. */
const userRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/administracao/usuario',
  validateSearch: (raw): { login: string } => ({ login: typeof raw['login'] === 'string' ? raw['login'] : '' }),
  component: lazyRouteComponent(() => import('./admin/UserPage'), 'UserPage'),
})

const tableRoute = screen('/administracao/tabelas/$table', lazyRouteComponent(() => import('./admin/TablePage'), 'TablePage'))
const sheetRoute = screen('/administracao/planilhas/$table', lazyRouteComponent(() => import('./admin/SheetPage'), 'SheetPage'))
const rolloutRoute = screen('/administracao/implantacao', lazyRouteComponent(() => import('./admin/RolloutPage'), 'RolloutPage'))
const servicesRoute = screen('/administracao/sistemas', lazyRouteComponent(() => import('./admin/ServicesPage'), 'ServicesPage'))
const serviceRoute = screen('/administracao/sistemas/$service', lazyRouteComponent(() => import('./admin/ServicePage'), 'ServicePage'))
const powersRoute = screen('/administracao/perfis', lazyRouteComponent(() => import('./admin/PowersPage'), 'PowersPage'))
const registerRoute = screen('/administracao/historico', lazyRouteComponent(() => import('./admin/HistoryPage'), 'HistoryPage'))
const auditRoute = screen('/auditoria', lazyRouteComponent(() => import('./audit/AuditPage'), 'AuditPage'))
const reportRoute = screen('/titular', lazyRouteComponent(() => import('./audit/PersonReportPage'), 'PersonReportPage'))
const erasureRoute = screen('/eliminacao', lazyRouteComponent(() => import('./erasure/ErasurePage'), 'ErasurePage'))
const retentionRoute = screen('/guarda-de-dados', lazyRouteComponent(() => import('./erasure/RetentionPage'), 'RetentionPage'))
const standardTextsRoute = screen('/textos-padrao', lazyRouteComponent(() => import('./texts/StandardTextsPage'), 'StandardTextsPage'))
const newStandardTextRoute = screen('/textos-padrao/novo', lazyRouteComponent(() => import('./texts/StandardTextPage'), 'NewStandardTextPage'))

const standardTextRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/textos-padrao/$textId',
  component: lazyRouteComponent(() => import('./texts/StandardTextPage'), 'StandardTextPage'),
})

const favouritesRoute = screen('/favoritos', lazyRouteComponent(() => import('./favourites/FavouritesPage'), 'FavouritesPage'))
const securityRoute = screen('/seguranca', lazyRouteComponent(() => import('./security/SecurityPage'), 'SecurityPage'))
const userFactorRoute = screen('/duas-etapas', lazyRouteComponent(() => import('./security/UserFactorPage'), 'UserFactorPage'))

/** Which chapter is open, and at what section. */
const manualRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/manual',
  validateSearch: (raw): { capitulo?: string; secao?: string } => defined({ capitulo: text(raw['capitulo']), secao: text(raw['secao']) }),
  component: lazyRouteComponent(() => import('./help/ManualPage'), 'ManualPage'),
})

const learningRoute = screen('/exercicios', lazyRouteComponent(() => import('./learning/LearningPage'), 'LearningPage'))
const progressRoute = screen('/exercicios/progresso', lazyRouteComponent(() => import('./learning/ProgressPage'), 'ProgressPage'))
const jobsRoute = screen('/trabalhos', lazyRouteComponent(() => import('./jobs/JobsPage'), 'JobsPage'))

const jobRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/trabalho/$jobId',
  validateSearch: (raw): { so?: 'problemas' } => (raw['so'] === 'problemas' ? { so: 'problemas' } : {}),
  component: lazyRouteComponent(() => import('./jobs/JobPage'), 'JobPage'),
})

const text = (raw: unknown) => (typeof raw === 'string' && raw ? raw : undefined)

const startRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/novo',
  validateSearch: (raw): { tipo?: string; relacionado?: string } =>
    defined({ tipo: text(raw['tipo']), relacionado: text(raw['relacionado']) }),
  component: lazyRouteComponent(() => import('./forms/StartPage'), 'StartPage'),
})

/** Where citations lead: the number is looked up for whoever opens it (DOC-03). */
const numberRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/numero/$number',
  component: lazyRouteComponent(() => import('./process/NumberPage'), 'NumberPage'),
})

const processRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId',
  validateSearch: readProcessSearch,
  loader: ({ params, preload }) => (preload ? undefined : askProcess(params.processId)),
  ...onEntering,
  component: lazyRouteComponent(() => import('./process/ProcessPage'), 'ProcessPage'),
})

/** A document is a place inside its process: the page around it stays as it is. */
const documentRoute = createRoute({ getParentRoute: () => processRoute, path: '/documento/$documentId' })

const editRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId/alterar',
  component: lazyRouteComponent(() => import('./forms/EditPage'), 'EditPage'),
})

const includeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId/incluir',
  validateSearch: (raw): { modo?: 'arquivo'; tipo?: string } =>
    defined({ modo: raw['modo'] === 'arquivo' ? ('arquivo' as const) : undefined, tipo: text(raw['tipo']) }),
  component: lazyRouteComponent(() => import('./forms/IncludePage'), 'IncludePage'),
})

const editDocumentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId/documento/$documentId/alterar',
  component: lazyRouteComponent(() => import('./forms/EditDocumentPage'), 'EditDocumentPage'),
})

const writeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId/documento/$documentId/editar',
  validateSearch: readWritingSearch,
  component: lazyRouteComponent(() => import('./process/WritePage'), 'WritePage'),
})

const readingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId/leitura',
  component: lazyRouteComponent(() => import('./reading/ReadingPage'), 'ReadingPage'),
})

const redactRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/processo/$processId/documento/$documentId/ocultar',
  component: lazyRouteComponent(() => import('./redact/RedactPage'), 'RedactPage'),
})

function defined<Search extends object>(search: { [Key in keyof Search]: Search[Key] | undefined }): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search
}

const routeTree = rootRoute.addChildren([
  entryRoute,
  entryReturnRoute,
  forgotRoute,
  makePasswordRoute,
  appRoute.addChildren([
    homeRoute,
    inboxRoute,
    accessesRoute,
    heldRoute,
    holdingsRoute,
    blocksRoute,
    blockRoute,
    blockGroupsRoute,
    signingQueueRoute,
  govbrRoute,
    suspendedRoute,
    concludedRoute,
    labelsRoute,
    checklistsRoute,
    phasesRoute,
    trashRoute,
    panelRoute,
    followRoute,
    boardRoute,
    returnsRoute,
    groupsRoute,
    checkpointsRoute,
    mergeRoute,
    numberingRoute,
    usersRoute,
    userRoute,
    tableRoute,
    sheetRoute,
    rolloutRoute,
    servicesRoute,
    serviceRoute,
    powersRoute,
    registerRoute,
    auditRoute,
    reportRoute,
    erasureRoute,
    retentionRoute,
    flowsRoute,
  plansRoute,
    standardTextsRoute,
    newStandardTextRoute,
    standardTextRoute,
    favouritesRoute,
    securityRoute,
    userFactorRoute,
    manualRoute,
    learningRoute,
    progressRoute,
    jobsRoute,
    jobRoute,
    startRoute,
    numberRoute,
    processRoute.addChildren([documentRoute]),
    editRoute,
    includeRoute,
    editDocumentRoute,
    writeRoute,
    readingRoute,
    redactRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  basepath: HOME || '/',
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
