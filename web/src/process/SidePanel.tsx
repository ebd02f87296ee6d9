import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import type { ProcessPage } from '../api/types'
import { Loading } from '../ds/Message'
import { commentMessages } from '../messages/life'
import { flowMessages } from '../messages/flows'
import { deskMessages } from '../messages/organise'
import { planMessages } from '../messages/plan'
import { credentialsTab, sideMessages as text } from '../messages/process'
import { tiesPanelMessages } from '../messages/ties'
import { useShortcuts } from '../shell/shortcuts'
import { HistoryPanel } from './HistoryPanel'

// What is behind a tab comes when the tab is opened: of these only the history is seen at first.
const CommentsPanel = lazy(async () => ({ default: (await import('../life/CommentsPanel')).CommentsPanel }))
const TiesPanel = lazy(async () => ({ default: (await import('../ties/TiesPanel')).TiesPanel }))
const DataPanel = lazy(async () => ({ default: (await import('./DataPanel')).DataPanel }))
const DeskPanel = lazy(async () => ({ default: (await import('./DeskPanel')).DeskPanel }))
const RoutingPanel = lazy(async () => ({ default: (await import('./RoutingPanel')).RoutingPanel }))
const CredentialsPanel = lazy(() => import('../confidential/CredentialsPanel'))
const PlanPanel = lazy(() => import('../plan/PlanPanel'))
const FlowPanel = lazy(() => import('../flows/FlowPanel'))

/** Andamento, Dados, Tramitações, Vínculos and what the unit keeps for itself; the choice is in the address. */
export function SidePanel({ page }: { page: ProcessPage }) {
  const search = useSearch({ from: '/app/processo/$processId' })
  const navigate = useNavigate()
  const tabs = [
    { painel: undefined, label: text.history },
    { painel: 'dados', label: text.data },
    { painel: 'tramitacoes', label: text.routings },
    { painel: 'vinculos', label: tiesPanelMessages.tab },
    { painel: 'unidade', label: deskMessages.tab },
    { painel: 'comentarios', label: commentMessages.tab },
    ...(page.work_plan || search.painel === 'plano' ? ([{ painel: 'plano', label: planMessages.tab }] as const) : []),
    { painel: 'fluxo', label: flowMessages.tab },
    ...(page.opened_until ? ([{ painel: 'credenciais', label: credentialsTab }] as const) : []),
  ] as const
  const open = (painel: (typeof tabs)[number]['painel']) => {
    const { painel: _, ...rest } = search
    void navigate({ to: '.', search: painel ? { ...rest, painel } : rest, replace: true })
  }
  const panels = useRef<HTMLElement>(null)
  useShortcuts({
    history: () => {
      open(undefined)
      panels.current?.querySelector<HTMLElement>('.tab')?.focus()
    },
  })
  return (
    <section ref={panels} aria-label={text.panels} className="side">
      <div className="tabs side-tabs" role="group" aria-label={text.panels}>
        {tabs.map(({ painel, label }) => (
          <button
            key={label}
            type="button"
            className="tab"
            aria-current={search.painel === painel ? 'true' : undefined}
            onClick={() => open(painel)}
          >
            {label}
          </button>
        ))}
      </div>
      <Suspense fallback={<Loading lines={4} />}>
        {search.painel === 'dados' ? <DataPanel page={page} /> : null}
        {search.painel === 'tramitacoes' ? <RoutingPanel page={page} /> : null}
        {search.painel === 'vinculos' ? <TiesPanel page={page} /> : null}
        {search.painel === 'unidade' ? <DeskPanel page={page} /> : null}
        {search.painel === 'comentarios' ? <CommentsPanel page={page} /> : null}
        {search.painel === 'plano' ? <PlanPanel page={page} /> : null}
        {search.painel === 'fluxo' ? <FlowPanel process={page.process.id} /> : null}
        {search.painel === 'credenciais' && page.opened_until ? <CredentialsPanel page={page} /> : null}
      </Suspense>
      {search.painel ? null : <HistoryPanel page={page} search={search} />}
    </section>
  )
}
