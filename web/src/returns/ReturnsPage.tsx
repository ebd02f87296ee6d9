import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { returnsQuery, type ReturnLine } from '../api/returns'
import { queryClient } from '../api/query-client'
import { useMe } from '../api/use-me'
import { useChoice, type Choice } from '../bulk/choice'
import { ChoiceBox, ChoiceOfAll } from '../bulk/ChoiceBox'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { ActBar } from '../inbox/ActBar'
import { choiceMessages } from '../messages/bulk'
import { returnsMessages as text } from '../messages/returns'
import { unseenTarget } from '../organise/targets'
import { usePageTitle } from '../shell/page-title'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'
import { dayName, monthName, monthOf, shiftMonth } from './month'
import { MonthTable } from './MonthTable'
import type { ReturnsSearch } from './search'
import './returns.css'

type Shown = NonNullable<ReturnsSearch['so']> | 'todos'

/** The calendar of returns: awaited and to give back, by day (TRA-03). */
export function ReturnsPage() {
  const { unit } = useMe()
  const { today } = useTime()
  const search = useSearch({ from: '/app/retornos' })
  const navigate = useNavigate({ from: '/retornos' })
  const month = search.mes ?? monthOf(today())
  const shown: Shown = search.so ?? 'todos'
  usePageTitle(text.page)
  const { data, error, refetch, isPending } = useQuery(returnsQuery(unit.id, month))
  const go = (changes: ReturnsSearch) => void navigate({ search: (before) => ({ ...before, ...changes }) })
  const lines = (data?.items ?? []).filter((line) => shown === 'todos' || (line.kind === 'to_give') === (shown === 'devolver'))
  return (
    <section className="sheet stack">
      <div className="page-head">
        <h1>
          {text.page} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
      </div>
      <p>{text.intro}</p>
      <div className="returns-bar">
        <div className="row">
          <Button look="secondary" small onClick={() => go({ mes: shiftMonth(month, -1) })}>
            {text.previous}
          </Button>
          <h2 className="returns-month" aria-live="polite">
            {monthName(month)}
          </h2>
          <Button look="secondary" small onClick={() => go({ mes: shiftMonth(month, 1) })}>
            {text.next}
          </Button>
          <Button small onClick={() => go({ mes: monthOf(today()) })}>
            {text.today}
          </Button>
        </div>
        <RadioGroup<Shown>
          label={text.show}
          inline
          options={[
            { value: 'todos', label: text.all },
            { value: 'devolver', label: text.onlyToGive },
            { value: 'aguardados', label: text.onlyAwaited },
          ]}
          value={shown}
          onChange={(so) => void navigate({ search: { ...(search.mes ? { mes: search.mes } : {}), ...(so === 'todos' ? {} : { so }) } })}
        />
      </div>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={6} /> : null}
      {data && !data.complete ? <Message tone="warning">{text.incomplete}</Message> : null}
      {data ? <MonthTable month={month} lines={lines} today={data.today} /> : null}
      {data ? <Days key={unit.id} month={month} lines={lines} /> : null}
    </section>
  )
}

function Days({ month, lines }: { month: string; lines: ReturnLine[] }) {
  const earlier = lines.filter((line) => monthOf(line.due) < month)
  const days = [...new Set(lines.map((line) => line.due).filter((due) => monthOf(due) === month))]
  const names = lines.map((line) => line.routing).join()
  const choice = useChoice(useMemo(() => names.split(','), [names]))
  if (lines.length === 0) return <p className="muted">{text.none}</p>
  const chosen = lines.filter((line) => choice.chosen.has(line.routing))
  const targets = [...new Map(chosen.map((line) => [line.process, unseenTarget(line.process, line.nup)])).values()]
  const clear = () => {
    choice.none()
    void queryClient.invalidateQueries({ queryKey: ['returns'] })
  }
  return (
    <>
      <ActBar targets={targets} onClear={clear} />
      <p className="row">
        <ChoiceOfAll choice={choice} count={lines.length} /> {choiceMessages.selectAll}
      </p>
      {earlier.length > 0 ? <Day title={text.earlier} id="vencidos" lines={earlier} choice={choice} /> : null}
      {days.map((day) => (
        <Day key={day} title={dayName(day)} id={`dia-${day}`} lines={lines.filter((line) => line.due === day)} choice={choice} />
      ))}
    </>
  )
}

interface DayProps {
  title: string
  id: string
  lines: ReturnLine[]
  choice: Choice
}

function Day({ title, id, lines, choice }: DayProps) {
  return (
    <section className="stack-small" id={id} tabIndex={-1} aria-label={text.list(title)}>
      <h3 className="returns-day">{title}</h3>
      <ul className="returns-list">
        {lines.map((line) => (
          <Line key={line.routing} line={line} choice={choice} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line, choice }: { line: ReturnLine; choice: Choice }) {
  const toGive = line.kind === 'to_give'
  return (
    <li className="returns-line">
      <ChoiceBox choice={choice} id={line.routing} name={line.nup} />
      <Tag tone={toGive ? 'strong' : 'info'}>{toGive ? text.tagToGive : text.tagAwaited}</Tag>
      <div>
        <p>
          <Link to="/processo/$processId" params={{ processId: line.process }} search={{ painel: 'tramitacoes' }}>
            {line.nup}
          </Link>{' '}
          <strong>{toGive ? text.to(line.unit.acronym) : text.from(line.unit.acronym)}</strong>
          {line.received ? null : <span className="muted">, {text.notReceived}</span>}
        </p>
        <p className="muted small">
          {line.type.name}
          {line.specification ? ` · ${line.specification}` : ''}
        </p>
      </div>
      {line.overdue ? <Tag tone="danger">{text.overdue(formatCivil(line.due))}</Tag> : null}
    </li>
  )
}
