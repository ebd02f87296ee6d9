import type { LinkProps } from '@tanstack/react-router'
import { shellMessages as text } from '../messages/shell'

/** A screen of the main menu. The menu and the command palette are drawn from the same list, so they never disagree. */
export interface Place {
  label: string
  to: NonNullable<LinkProps['to']>
  search?: InboxPlace
  /** The act without which the screen is not for this person. */
  needs?: string
  count?: 'all' | 'unread' | 'mine' | 'unassigned' | 'toSign'
}

interface InboxPlace {
  aba?: 'todos'
  responsavel?: string
  naoRecebidos?: true
  prazo?: 'todos'
  agrupar?: 'prazo'
}

export interface PlaceGroup {
  name: string
  places: Place[]
}

export const PLACE_GROUPS: PlaceGroup[] = [
  {
    name: text.groups.work,
    places: [
      { label: text.inbox, to: '/caixa', search: {}, count: 'all' },
      { label: text.notReceived, to: '/caixa', search: { naoRecebidos: true }, count: 'unread' },
      { label: text.assignedToMe, to: '/caixa', search: { aba: 'todos', responsavel: 'eu' }, count: 'mine' },
      { label: text.unassigned, to: '/caixa', search: { aba: 'todos', responsavel: 'ninguem' }, count: 'unassigned' },
      { label: text.deadlines, to: '/caixa', search: { aba: 'todos', prazo: 'todos', agrupar: 'prazo' } },
      { label: text.startProcess, to: '/processo/novo', needs: 'process.start' },
      { label: text.returns, to: '/retornos' },
      { label: text.followUps, to: '/acompanhamento' },
      { label: text.board, to: '/quadro' },
      { label: text.confidential, to: '/sigilosos', needs: 'confidential.list' },
      { label: text.holdings, to: '/acervo', needs: 'holdings.read_unit' },
      { label: text.suspended, to: '/sobrestados' },
      { label: text.concluded, to: '/concluidos' },
    ],
  },
  {
    name: text.groups.documents,
    places: [
      { label: text.toSign, to: '/para-assinar', count: 'toSign' },
      { label: text.blocks, to: '/blocos' },
      { label: text.favourites, to: '/favoritos' },
      { label: text.standardTexts, to: '/textos-padrao' },
      { label: text.merge, to: '/documento-em-varios', needs: 'document.create' },
      { label: text.trash, to: '/lixeira', needs: 'trash.list' },
    ],
  },
  {
    name: text.groups.unit,
    places: [
      { label: text.panel, to: '/painel' },
      { label: text.labels, to: '/marcadores' },
      { label: text.checklists, to: '/listas' },
      { label: text.sendingGroups, to: '/grupos-de-envio', needs: 'sending_group.list' },
      { label: text.jobs, to: '/trabalhos' },
      { label: text.learning, to: '/exercicios' },
    ],
  },
  {
    name: text.groups.administration,
    places: [
      { label: text.register, to: '/administracao/usuarios', needs: 'administration.read' },
      { label: text.learningProgress, to: '/exercicios/progresso', needs: 'learning.follow' },
      { label: text.audit, to: '/auditoria', needs: 'audit.read' },
      { label: text.personReport, to: '/titular', needs: 'person.report' },
      { label: text.erasure, to: '/eliminacao', needs: 'person.erase' },
      { label: text.retention, to: '/guarda-de-dados', needs: 'administration.read' },
      { label: text.flows, to: '/fluxos', needs: 'flow.publish' },
      { label: text.plans, to: '/planos', needs: 'plan.define' },
      { label: text.checkpoints, to: '/pontos-de-controle', needs: 'checkpoint.define' },
      { label: text.usersSecurity, to: '/duas-etapas', needs: 'second_factor.pause' },
      { label: text.numbering, to: '/numeracao', needs: 'numbering.adjust' },
    ],
  },
]

/** The groups with something for whoever holds ``actions``. */
export function placesFor(actions: readonly string[]): PlaceGroup[] {
  return PLACE_GROUPS.map(({ name, places }) => ({
    name,
    places: places.filter(({ needs }) => needs === undefined || actions.includes(needs)),
  })).filter(({ places }) => places.length > 0)
}

const ADMINISTRATION = '/administracao'

/** Whether the screen at ``path`` is for whoever holds ``actions``: all screens of the administration are as its first. */
export function mayStand(path: string, actions: readonly string[]): boolean {
  const beyond = PLACE_GROUPS.flatMap(({ places }) => places).filter(({ needs }) => needs !== undefined && !actions.includes(needs))
  const roots = beyond.map(({ to }) => (to.startsWith(`${ADMINISTRATION}/`) ? ADMINISTRATION : to))
  return !roots.some((root) => path === root || path.startsWith(`${root}/`))
}
