import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { panelQuery, type Due, type Panel, type Tally } from '../api/panel'
import { useMe } from '../api/use-me'
import { Checkbox } from '../ds/Choice'
import { ErrorMessage, Loading } from '../ds/Message'
import type { InboxSearch } from '../inbox/search'
import { Swatch } from '../labels/LabelTag'
import { panelMessages as text } from '../messages/panel'
import { phaseMessages } from '../messages/phases'
import { noAssignee } from '../messages/terms'
import { usePageTitle } from '../shell/page-title'
import { Card, Count } from './Card'
import { CARDS, useHiddenCards, type CardName } from './chosen'
import { openOnPanel, opensOnPanel } from './home'
import { BlocksCard, FollowCard } from './SharedCards'
import './panel.css'

/** Painel de Controle (TRA-13): the unit's figures, each leading to its list. */
export function PanelPage() {
  const { unit, user } = useMe()
  usePageTitle(text.title)
  const { data, error, refetch } = useQuery(panelQuery(unit.id))
  const [home, setHome] = useState(opensOnPanel)
  const [hidden, choose] = useHiddenCards(user.id)
  return (
    <>
      <div className="page-head">
        <h1>
          {text.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
      </div>
      <p className="muted">{text.intro}</p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <Cards panel={data} hidden={hidden} /> : error ? null : <Loading lines={6} />}
      <details className="panel-choice">
        <summary>{text.choose}</summary>
        {CARDS.map((card) => (
          <Checkbox key={card} label={text.cards[card]} checked={!hidden.has(card)} onChange={(on) => choose(card, on)} />
        ))}
      </details>
      <Checkbox
        label={text.home}
        checked={home}
        onChange={(on) => {
          openOnPanel(on)
          setHome(on)
        }}
      />
    </>
  )
}

function Cards({ panel, hidden }: { panel: Panel; hidden: ReadonlySet<CardName> }) {
  const shown = CARDS.filter((card) => !hidden.has(card))
  if (shown.length === 0) return <p className="muted">{text.allHidden}</p>
  return (
    <div className="panel">
      {shown.map((card) => (
        <OneCard key={card} card={card} panel={panel} />
      ))}
    </div>
  )
}

function OneCard({ card, panel }: { card: CardName; panel: Panel }) {
  switch (card) {
    case 'open':
      return <OpenCard panel={panel} />
    case 'deadlines':
      return <DeadlinesCard panel={panel} />
    case 'toGive':
      return <Returns title={text.returnsToGive} due={panel.returns_to_give} search={{ aba: 'todos', retorno: 'devolver' }} />
    case 'awaited':
      return <Returns title={text.returnsAwaited} due={panel.returns_awaited} search={{ aba: 'todos', retorno: 'aguardado' }} />
    case 'blocks':
      return <BlocksCard />
    case 'followed':
      return <FollowCard />
    case 'labels':
      return (
        <Tallies
          title={text.labels}
          tallies={panel.labels}
          without={text.noLabel}
          search={(id) => ({ aba: 'todos', marcador: id === 'none' ? 'nenhum' : id })}
        />
      )
    case 'assignees':
      return (
        <Tallies
          title={text.assignees}
          tallies={panel.assignees}
          without={noAssignee}
          search={(id) => ({ aba: 'todos', responsavel: id === 'none' ? 'ninguem' : id })}
        />
      )
    case 'checkpoints':
      return <CheckpointsCard panel={panel} />
    case 'types':
      return <Tallies title={text.types} tallies={panel.types} without="" search={(tipo) => ({ aba: 'todos', tipo })} />
  }
}

function OpenCard({ panel: { counters } }: { panel: Panel }) {
  const total = counters.received + counters.generated
  return (
    <Card title={text.open}>
      <Figure name={text.whole} count={total} search={{ aba: 'todos' }} />
      <Figure name={text.received} count={counters.received} search={{}} />
      <Figure name={text.generated} count={counters.generated} search={{ aba: 'gerados' }} />
      <Figure name={text.unread} count={counters.unread} search={{ aba: 'todos', naoRecebidos: true }} />
      <Figure name={text.unassigned} count={counters.unassigned} search={{ aba: 'todos', responsavel: 'ninguem' }} />
      <Figure name={text.mine} count={counters.assigned_to_me} search={{ aba: 'todos', responsavel: 'eu' }} />
    </Card>
  )
}

function DeadlinesCard({ panel }: { panel: Panel }) {
  return (
    <Card title={text.deadlines}>
      <Figure name={text.overdue} count={panel.deadlines.overdue} search={{ aba: 'todos', prazo: 'vencidos' }} />
      <Figure name={text.soon} count={panel.deadlines.soon} search={{ aba: 'todos', prazo: 'acabando' }} />
      <Figure name={text.onTime} count={panel.deadlines.on_time} search={{ aba: 'todos', prazo: 'todos', ordenar: 'prazo' }} />
      <Plain name={text.concluded} count={panel.deadlines.concluded} />
    </Card>
  )
}

function CheckpointsCard({ panel }: { panel: Panel }) {
  if (panel.checkpoints_left.length === 0 && panel.checkpoints.every((one) => one.id === 'none')) return null
  return (
    <Tallies
      title={text.checkpoints}
      tallies={panel.checkpoints}
      without={text.noCheckpoint}
      search={(id) => ({ aba: 'todos', ponto: id === 'none' ? 'nenhum' : id })}
      more={<Link to="/fases">{phaseMessages.fromPanel}</Link>}
    />
  )
}

interface FigureProps {
  name: ReactNode
  count: number
  search: InboxSearch
}

function Figure({ name, count, search }: FigureProps) {
  return (
    <li>
      <Link to="/caixa" search={search} className="panel-figure">
        <Count name={name} count={count} />
      </Link>
    </li>
  )
}

/** A part of the number above it, which has no list of its own. */
function Plain({ name, count }: { name: string; count: number }) {
  return (
    <li className="panel-figure">
      <Count name={name} count={count} />
    </li>
  )
}

function Returns({ title, due, search }: { title: string; due: Due; search: InboxSearch }) {
  const total = due.overdue + due.soon + due.on_time
  return (
    <Card title={title}>
      <Figure name={text.allReturns} count={total} search={search} />
      {(['overdue', 'soon', 'on_time'] as const).map((status) => (
        <Plain key={status} name={{ overdue: text.overdue, soon: text.soon, on_time: text.onTime }[status]} count={due[status]} />
      ))}
    </Card>
  )
}

interface TalliesProps {
  title: string
  tallies: Tally[]
  without: string
  search: (id: string) => InboxSearch
  /** A last line, leading to more of the same. */
  more?: ReactNode
}

function Tallies({ title, tallies, without, search, more }: TalliesProps) {
  return (
    <Card title={title}>
      {tallies.length === 0 ? <li className="muted">{text.none}</li> : null}
      {tallies.map((one) => (
        <Figure
          key={one.id}
          count={one.count}
          search={search(one.id)}
          name={
            <span className="panel-name">
              {one.colour ? <Swatch colour={one.colour} /> : null}
              {one.id === 'none' ? without : one.name}
            </span>
          }
        />
      ))}
      {more ? <li>{more}</li> : null}
    </Card>
  )
}
