import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { countersQuery } from '../api/inbox'
import { useMe } from '../api/use-me'
import { shellMessages as text } from '../messages/shell'
import { awayMessages } from '../messages/ties'

const COUNTERS_DELAY_MS = 3000

/** Main menu; its numbers wait a little on other screens, so as not to compete with what was asked for. */
export function Navigation() {
  const me = useMe()
  const inInbox = useLocation({ select: (location) => location.pathname === '/caixa' })
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), COUNTERS_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  const { data: counters } = useQuery(countersQuery(me.unit.id, ready && !inInbox))
  const total = counters ? counters.received + counters.generated : undefined
  return (
    <ul className="nav-list">
      <NavItem label={text.inbox} count={total} search={{}} />
      <NavItem label={text.notReceived} count={counters?.unread} search={{ naoRecebidos: true }} strong />
      <NavItem label={text.assignedToMe} count={counters?.assigned_to_me} search={{ aba: 'todos', responsavel: 'eu' }} />
      <li>
        <Link to="/sobrestados" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {awayMessages.suspended}
        </Link>
      </li>
      <li>
        <Link to="/concluidos" className="nav-link" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {awayMessages.concluded}
        </Link>
      </li>
      <li>
        <Link to="/retornos" className="nav-link" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {text.returns}
        </Link>
      </li>
      <li className="nav-gap">
        <Link to="/para-assinar" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.toSign}
        </Link>
      </li>
      <li>
        <Link to="/blocos" className="nav-link" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {text.blocks}
        </Link>
      </li>
      <li>
        <Link to="/favoritos" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.favourites}
        </Link>
      </li>
      <li>
        <Link to="/textos-padrao" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.standardTexts}
        </Link>
      </li>
      {me.actions.includes('trash.list') ? (
        <li>
          <Link to="/lixeira" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
            {text.trash}
          </Link>
        </li>
      ) : null}
      <li className="nav-gap">
        <Link to="/processo/novo" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.startProcess}
        </Link>
      </li>
      {me.actions.includes('document.create') ? (
        <li>
          <Link to="/documento-em-varios" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
            {text.merge}
          </Link>
        </li>
      ) : null}
      <li>
        <Link to="/acompanhamento" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.followUps}
        </Link>
      </li>
      <li>
        <Link to="/quadro" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.board}
        </Link>
      </li>
      <li>
        <Link to="/painel" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.panel}
        </Link>
      </li>
      <li>
        <Link to="/marcadores" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.labels}
        </Link>
      </li>
      <li>
        <Link to="/listas" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.checklists}
        </Link>
      </li>
      {me.actions.includes('sending_group.list') ? (
        <li>
          <Link to="/grupos-de-envio" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
            {text.sendingGroups}
          </Link>
        </li>
      ) : null}
      {me.actions.includes('flow.publish') ? (
        <li>
          <Link to="/fluxos" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
            {text.flows}
          </Link>
        </li>
      ) : null}
      {me.actions.includes('checkpoint.define') ? (
        <li>
          <Link to="/pontos-de-controle" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
            {text.checkpoints}
          </Link>
        </li>
      ) : null}
      {me.actions.includes('numbering.adjust') ? (
        <li>
          <Link to="/numeracao" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
            {text.numbering}
          </Link>
        </li>
      ) : null}
      <li>
        <Link to="/trabalhos" className="nav-link" activeProps={{ 'aria-current': 'page' }}>
          {text.jobs}
        </Link>
      </li>
    </ul>
  )
}

interface NavItemProps {
  label: string
  count: number | undefined
  search: { aba?: 'todos'; responsavel?: string; naoRecebidos?: true }
  strong?: boolean
}

function NavItem({ label, count, search, strong }: NavItemProps) {
  const current = useLocation({
    select: ({ pathname, search: now }) => {
      const here = now as NavItemProps['search']
      return (
        pathname === '/caixa' &&
        (here.responsavel === 'eu') === (search.responsavel === 'eu') &&
        Boolean(here.naoRecebidos) === Boolean(search.naoRecebidos)
      )
    },
  })
  return (
    <li>
      <Link to="/caixa" search={search} activeOptions={{ exact: true }} className="nav-link" aria-current={current ? 'page' : undefined}>
        <span>{label}</span>
        <span className={strong && count ? 'nav-count nav-count-strong' : 'nav-count'}>
          {count === undefined ? null : (
            <>
              <span aria-hidden="true">{count.toLocaleString('pt-BR')}</span>
              <span className="visually-hidden">{text.counterLabel(count)}</span>
            </>
          )}
        </span>
      </Link>
    </li>
  )
}
