import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { arrangementQuery } from '../api/desk'
import type { Checkpoint } from '../api/desk-types'
import { inboxQuery } from '../api/inbox'
import { panelQuery, type Panel } from '../api/panel'
import type { InboxRow } from '../api/types'
import { useMe } from '../api/use-me'
import { useChoice } from '../bulk/choice'
import { ChoiceBox, ChoiceOfAll } from '../bulk/ChoiceBox'
import { Everything } from '../bulk/Everything'
import { Button } from '../ds/Button'
import { Select } from '../ds/Field'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { ActBar } from '../inbox/ActBar'
import { inboxMessages } from '../messages/inbox'
import { phaseMessages as text } from '../messages/phases'
import { targetOf } from '../organise/targets'
import { useInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import { civilDate } from '../time/format'
import { useTime } from '../time/use-time'
import { barsOf, daysBetween, type Bar } from './bars'
import './phases.css'

/** Table and chart of the unit's checkpoints, and the processes in each (TRA-12). */
export function PhasesPage() {
  const { unit } = useMe()
  usePageTitle(text.page)
  const arranged = useQuery(arrangementQuery(unit.id))
  const panel = useQuery(panelQuery(unit.id))
  const error = arranged.data && panel.data ? null : (arranged.error ?? panel.error)
  return (
    <section className="stack">
      <h1>
        {text.page} <span className="muted inbox-unit">{unit.acronym}</span>
      </h1>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void Promise.all([arranged.refetch(), panel.refetch()])} />
      {arranged.data && panel.data ? (
        <Phases key={unit.id} checkpoints={arranged.data.checkpoints} panel={panel.data} />
      ) : error ? null : (
        <Loading lines={5} />
      )}
    </section>
  )
}

function Phases({ checkpoints, panel }: { checkpoints: Checkpoint[]; panel: Panel }) {
  const bars = barsOf(checkpoints, panel.checkpoints, panel.checkpoints_left)
  const [chosen, setChosen] = useInAddress('ponto', bars.find((bar) => bar.here > 0)?.id ?? bars[0]?.id ?? '')
  if (bars.length === 0) return <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
  const phase = bars.find((bar) => bar.id === chosen)
  return (
    <>
      <Chart bars={bars} />
      <div className="phases-choice">
        <Select label={text.see} value={chosen} onChange={setChosen}>
          {bars.map((bar) => (
            <option key={bar.id} value={bar.id}>
              {bar.name}
            </option>
          ))}
        </Select>
      </div>
      {phase ? <Processes key={phase.id} phase={phase} /> : null}
    </>
  )
}

/** The bars repeat what the cells say: nothing is told by length alone. */
function Chart({ bars }: { bars: Bar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.here + bar.left))
  const width = (count: number) => ({ width: `${(100 * count) / most}%` })
  return (
    <div className="table-scroll">
      <table className="table phases" aria-label={text.chart}>
        <thead>
          <tr>
            <th scope="col">{text.phase}</th>
            <th scope="col">{text.here}</th>
            <th scope="col">{text.left}</th>
            <th scope="col">{text.total}</th>
            <th scope="col">{text.bar}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.id}>
              <th scope="row">{bar.name}</th>
              <td>{bar.here.toLocaleString('pt-BR')}</td>
              <td>{bar.left.toLocaleString('pt-BR')}</td>
              <td>{(bar.here + bar.left).toLocaleString('pt-BR')}</td>
              <td className="phases-bar" aria-hidden="true">
                <span className="phases-here" style={width(bar.here)} />
                <span className="phases-left" style={width(bar.left)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Processes({ phase }: { phase: Bar }) {
  const { unit } = useMe()
  const list = useInfiniteQuery(inboxQuery(unit.id, { tab: 'all', checkpoint: phase.id }))
  const rows = useMemo(() => longest(list.data?.pages.flatMap((page) => page.items) ?? []), [list.data])
  const choice = useChoice(useMemo(() => rows.map((row) => row.process), [rows]))
  if (!list.data) return list.error ? <ErrorMessage error={list.error} onRetry={() => void list.refetch()} /> : <Loading lines={4} />
  if (rows.length === 0 && !list.hasNextPage) return <p className="muted">{text.none}</p>
  return (
    <>
      <ActBar targets={rows.filter((row) => choice.chosen.has(row.process)).map(targetOf)} onClear={choice.none} />
      <Everything list={list} loaded={rows.length} chosen={choice.chosen.size} onAll={choice.all} />
      <div className="table-scroll">
        <table className="table" aria-label={text.list(phase.name)}>
          <thead>
            <tr>
              <th scope="col">
                <ChoiceOfAll choice={choice} count={rows.length} />
              </th>
              <th scope="col">{text.process}</th>
              <th scope="col">{text.about}</th>
              <th scope="col">{text.since}</th>
              <th scope="col">{text.by}</th>
              <th scope="col">{text.days}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.process} row={row} box={<ChoiceBox choice={choice} id={row.process} name={row.nup} />} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage ? (
        <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {inboxMessages.loadMore}
        </Button>
      ) : null}
    </>
  )
}

function Line({ row, box }: { row: InboxRow; box: React.ReactNode }) {
  const time = useTime()
  const mark = row.desk.checkpoint
  return (
    <tr>
      <td>{box}</td>
      <td>
        <Link to="/processo/$processId" params={{ processId: row.process }}>
          {row.nup}
        </Link>
      </td>
      <td>{[row.type.name, row.specification].filter(Boolean).join(' — ')}</td>
      <td>{mark ? time.instant(mark.at) : ''}</td>
      <td>{mark?.by.name}</td>
      <td>{mark ? text.dayCount(daysBetween(civilDate(new Date(mark.at), time.zone), time.today())) : ''}</td>
    </tr>
  )
}

/** Those that have been there for longest first. */
function longest(rows: InboxRow[]): InboxRow[] {
  return rows.toSorted((one, other) => (one.desk.checkpoint?.at ?? '').localeCompare(other.desk.checkpoint?.at ?? ''))
}
