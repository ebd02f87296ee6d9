import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { holdingsQuery, type Holding, type HoldingsScope } from '../api/holdings'
import { useMe } from '../api/use-me'
import { useChoice, type Choice } from '../bulk/choice'
import { ChoiceBox } from '../bulk/ChoiceBox'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { holdingsMessages as text } from '../messages/holdings'
import { useInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { HoldingsBar } from './HoldingsBar'
import { idOf } from './holding-id'

/** Acervo de sigilosos da unidade and global (SIG-08). */
export function HoldingsPage() {
  const { unit, actions } = useMe()
  const [of, setOf] = useInAddress('de', 'unidade')
  const scope: HoldingsScope = of === 'orgao' ? 'agency' : 'unit'
  const list = useInfiniteQuery(holdingsQuery(unit.id, scope))
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const choice = useChoice(useMemo(() => rows.map(idOf), [rows]))
  usePageTitle(text.title)
  return (
    <section className="stack">
      <div className="page-head">
        <h1>
          {text.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
      </div>
      <p className="muted">{text.intro}</p>
      {actions.includes('holdings.read_all') ? (
        <RadioGroup
          label={text.scope}
          inline
          options={[
            { value: 'unit' as const, label: text.ofUnit },
            { value: 'agency' as const, label: text.ofAgency },
          ]}
          value={scope}
          onChange={(chosen) => setOf(chosen === 'agency' ? 'orgao' : 'unidade')}
        />
      ) : null}
      <ErrorMessage error={list.data ? null : list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading lines={6} /> : null}
      {list.isSuccess && rows.length === 0 ? <EmptyState title={text.empty}>{text.emptyText}</EmptyState> : null}
      {rows.length > 0 ? (
        <>
          <HoldingsBar scope={scope} chosen={rows.filter((row) => choice.chosen.has(idOf(row)))} onClear={choice.none} />
          <Rows rows={rows} choice={choice} />
        </>
      ) : null}
      {list.hasNextPage ? (
        <div>
          <Button look="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.loadMore}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Rows({ rows, choice }: { rows: Holding[]; choice: Choice }) {
  const time = useTime()
  return (
    <div className="table-scroll">
      <table className="table" aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">{text.columns.choose}</th>
            <th scope="col">{text.columns.process}</th>
            <th scope="col">{text.columns.type}</th>
            <th scope="col">{text.columns.unit}</th>
            <th scope="col">{text.columns.user}</th>
            <th scope="col">{text.columns.state}</th>
            <th scope="col">{text.columns.granted}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              <td>
                <ChoiceBox choice={choice} id={idOf(row)} name={text.whose(row.user.name, row.nup)} />
              </td>
              <td className="unbroken">{row.nup}</td>
              <td>{row.type.name}</td>
              <td>{row.unit.acronym}</td>
              <td>{row.user.name}</td>
              <td>
                <Tag tone={row.state === 'inactive' ? 'warning' : 'neutral'}>{text.states[row.state]}</Tag>
              </td>
              <td>{text.grantedBy(row.granted_by.name, time.day(row.granted_at))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
