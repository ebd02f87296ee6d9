import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { refreshProcess, reopenProcess } from '../api/processes'
import { awayQuery, resumeProcess, undoConclusion, type AwayList, type AwayRow } from '../api/ties'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { useChoice, type Choice } from '../bulk/choice'
import { ChoiceBox, ChoiceOfAll } from '../bulk/ChoiceBox'
import { Everything } from '../bulk/Everything'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { awayMessages as text } from '../messages/ties'
import { usePageTitle } from '../shell/page-title'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'
import { AwayBar } from './AwayBar'
import './away.css'

const WORDS = {
  suspended: { title: text.suspendedTitle, empty: text.suspendedEmpty, hint: text.suspendedEmptyText },
  concluded: { title: text.concludedTitle, empty: text.concludedEmpty, hint: text.concludedEmptyText },
}

/** Suspended processes of the unit (PRO-16). */
export function SuspendedPage() {
  return <AwayPage list="suspended" mine={false} />
}

/** What left the inbox, lest it be lost: of the unit, or only one's own (TRA-05). */
export function ConcludedPage() {
  const { de } = useSearch({ from: '/app/concluidos' })
  return <AwayPage list="concluded" mine={de === 'mim'} />
}

function AwayPage({ list, mine }: { list: AwayList; mine: boolean }) {
  const { unit } = useMe()
  const words = WORDS[list]
  const pages = useInfiniteQuery(awayQuery(unit.id, list, mine))
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data])
  const choice = useChoice(useMemo(() => rows.map((row) => row.process), [rows]))
  usePageTitle(words.title)
  return (
    <section className="stack">
      <div className="page-head">
        <h1>
          {words.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
      </div>
      {list === 'concluded' ? <Whose mine={mine} /> : null}
      <ErrorMessage error={pages.data ? null : pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <Loading lines={6} /> : null}
      {pages.isSuccess && rows.length === 0 && !pages.hasNextPage ? (
        <EmptyState title={words.empty}>{words.hint}</EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          <AwayBar list={list} rows={rows.filter((row) => choice.chosen.has(row.process))} onClear={choice.none} />
          <Everything list={pages} loaded={rows.length} chosen={choice.chosen.size} onAll={choice.all} />
          <Rows list={list} rows={rows} choice={choice} title={words.title} />
        </>
      ) : null}
      {pages.hasNextPage ? (
        <div>
          <Button look="secondary" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {text.loadMore}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Whose({ mine }: { mine: boolean }) {
  const navigate = useNavigate()
  return (
    <RadioGroup
      label={text.whose}
      inline
      options={[
        { value: 'unit' as const, label: text.ofUnit },
        { value: 'mine' as const, label: text.mine },
      ]}
      value={mine ? 'mine' : 'unit'}
      onChange={(whose) => void navigate({ to: '/concluidos', search: whose === 'mine' ? { de: 'mim' } : {}, replace: true })}
    />
  )
}

function Rows({ list, rows, choice, title }: { list: AwayList; rows: AwayRow[]; choice: Choice; title: string }) {
  const time = useTime()
  return (
    <div className="away">
      <table className="table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              <ChoiceOfAll choice={choice} count={rows.length} />
            </th>
            <th scope="col">{text.columns.process}</th>
            <th scope="col">{text.columns.about}</th>
            <th scope="col">{text.columns.why}</th>
            <th scope="col">{text.columns.when}</th>
            <th scope="col">{text.columns.acts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.process}>
              <td>
                <ChoiceBox choice={choice} id={row.process} name={row.nup} />
              </td>
              <td className="unbroken">
                <Link to="/processo/$processId" params={{ processId: row.process }}>
                  {row.nup}
                </Link>
              </td>
              <td>
                {row.type.name}
                <br />
                <span className="muted">{[row.specification, ...row.interested_parties].filter(Boolean).join(' — ')}</span>
              </td>
              <td>
                {whatHappened(list, row)}
                {row.reason ? (
                  <>
                    <br />
                    <span className="muted">{text.reason(row.reason)}</span>
                  </>
                ) : null}
                {row.reopen_on ? (
                  <>
                    <br />
                    <span className="muted">{text.reopensOn(formatCivil(row.reopen_on))}</span>
                  </>
                ) : null}
              </td>
              <td>{time.instant(row.since)}</td>
              <td>
                <Back list={list} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whatHappened(list: AwayList, row: AwayRow): string {
  const name = row.by?.name ?? ''
  if (list === 'suspended') return text.suspendedBy(name)
  return row.by_sending ? text.sentBy(name) : text.concludedBy(name)
}

/** One click brings it back: whoever concluded undoes it as it was, anybody else reopens it. */
function Back({ list, row }: { list: AwayList; row: AwayRow }) {
  const { user } = useMe()
  const mine = !row.by_sending && row.by?.id === user.id
  const [label, send] =
    list === 'suspended'
      ? [text.resume, resumeProcess]
      : mine
        ? [text.undo, undoConclusion]
        : [text.reopen, reopenProcess]
  const back = useAct((process: string, key) => send(process, key), {
    onDone: async () => {
      announce(text.resumed(row.nup))
      await refreshProcess(row.process)
    },
  })
  return (
    <>
      <Button small look="secondary" busy={back.busy} aria-label={`${label} ${row.nup}`} onClick={() => void back.run(row.process)}>
        {label}
      </Button>
      <ErrorMessage error={back.error} />
    </>
  )
}
