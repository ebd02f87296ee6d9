import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { blockGroupsQuery } from '../api/block-groups'
import { blocksQuery, type BlockRow } from '../api/blocks'
import { useMe } from '../api/use-me'
import { useChoice, type Choice } from '../bulk/choice'
import { ChoiceBox, ChoiceOfAll } from '../bulk/ChoiceBox'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { blockGroupMessages } from '../messages/block-groups'
import { blockMessages as text } from '../messages/blocks'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { BlockFlags } from './BlockFlags'
import { BlocksBar } from './BlocksBar'
import { BlockStateTag } from './BlockStateTag'
import { GroupFilter } from './GroupFilter'
import { KINDS, kindOf, type BlocksSearch } from './search'
import './blocks.css'

const BlockDialog = lazy(() => import('./BlockDialog'))

/** The unit's blocks, own and received (BLO-02). */
export function BlocksPage() {
  const search = useSearch({ from: '/app/blocos' })
  const { unit } = useMe()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const kind = kindOf(search)
  const blocks = useInfiniteQuery(blocksQuery(unit.id, kind, Boolean(search.concluidos), search.grupo))
  const rows = useMemo(() => blocks.data?.pages.flatMap((page) => page.items) ?? [], [blocks.data])
  const choice = useChoice(useMemo(() => rows.map((row) => row.id), [rows]))
  usePageTitle(text.title)
  return (
    <>
      <div className="page-head">
        <h1>
          {text.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
        <Button look="primary" onClick={() => setCreating(true)}>
          {text.create}
        </Button>
      </div>
      <p className="muted">{text.kindHint[kind]}</p>
      <div className="block-tabs">
        <KindTabs search={search} />
        <SituationTabs search={search} />
      </div>
      <GroupFilter search={search} />
      <ErrorMessage error={blocks.data ? null : blocks.error} onRetry={() => void blocks.refetch()} />
      {blocks.isPending ? <Loading lines={5} /> : null}
      {blocks.isSuccess && rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{emptyText(search)}</EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          <BlocksBar
            rows={rows.filter((row) => choice.chosen.has(row.id))}
            concluded={Boolean(search.concluidos)}
            onClear={choice.none}
          />
          <BlockTable rows={rows} choice={choice} label={text.list(text.kinds[kind])} />
        </>
      ) : null}
      {blocks.hasNextPage ? (
        <Button look="secondary" busy={blocks.isFetchingNextPage} onClick={() => void blocks.fetchNextPage()}>
          {text.loadMore}
        </Button>
      ) : null}
      <Suspense fallback={null}>
        {creating ? (
          <BlockDialog
            kind={kind}
            group={search.grupo}
            onClose={() => setCreating(false)}
            onDone={(id) => void navigate({ to: '/bloco/$blockId', params: { blockId: id } })}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function KindTabs({ search }: { search: BlocksSearch }) {
  return (
    <nav aria-label={text.kindsLabel}>
      <ul className="tabs">
        {KINDS.map(({ tipo, kind }) => (
          <li key={kind}>
            <Link
              to="/blocos"
              activeOptions={{ exact: true }}
              search={{ ...(tipo ? { tipo } : {}), ...(search.concluidos ? { concluidos: true as const } : {}), ...groupOf(search) }}
              className="tab"
              aria-current={search.tipo === tipo ? 'page' : undefined}
            >
              {text.kinds[kind]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SituationTabs({ search }: { search: BlocksSearch }) {
  const kind = { ...(search.tipo ? { tipo: search.tipo } : {}), ...groupOf(search) }
  return (
    <nav aria-label={text.situation}>
      <ul className="tabs">
        {[
          { label: text.open, concluded: false, to: kind },
          { label: text.concluded, concluded: true, to: { ...kind, concluidos: true as const } },
        ].map(({ label, concluded, to }) => (
          <li key={label}>
            <Link
              to="/blocos"
              activeOptions={{ exact: true }}
              search={to}
              className="tab"
              aria-current={Boolean(search.concluidos) === concluded ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function BlockTable({ rows, choice, label }: { rows: BlockRow[]; choice: Choice; label: string }) {
  const time = useTime()
  const { unit } = useMe()
  const { data: groups } = useQuery(blockGroupsQuery(unit.id))
  const nameOf = (group: string) => groups?.find((one) => one.id === group)?.name
  return (
    <div className="table-scroll">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <ChoiceOfAll choice={choice} count={rows.length} />
            </th>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.description}</th>
            <th scope="col">{text.situation}</th>
            <th scope="col">{text.contents}</th>
            <th scope="col">{text.with}</th>
            <th scope="col">{text.assignee}</th>
            <th scope="col">{text.changedAt}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <ChoiceBox choice={choice} id={row.id} name={row.number} />
              </td>
              <td>
                <Link to="/bloco/$blockId" params={{ blockId: row.id }}>
                  {row.number}
                </Link>
              </td>
              <td>
                {row.description}
                {nameOf(row.group) ? <span className="muted small"> · {nameOf(row.group)}</span> : null}
                <BlockFlags flags={row.flags} />
              </td>
              <td>
                <BlockStateTag state={row.state} />
              </td>
              <td>{text.contentsOf(row.items, row.processes, row.kind)}</td>
              <td>{whereOf(row)}</td>
              <td>{row.assignee?.name ?? <span className="muted">{text.nobody}</span>}</td>
              <td>{time.short(row.changed_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const groupOf = ({ grupo }: BlocksSearch) => (grupo ? { grupo } : {})

function emptyText(search: BlocksSearch): string {
  if (search.grupo) return blockGroupMessages.emptyOfGroup
  return search.concluidos ? text.emptyConcluded : text.emptyOpen
}

function whereOf(row: BlockRow): string {
  if (row.state === 'received') return text.from(row.unit.acronym)
  if (row.kind === 'internal') return text.onlyHere
  const back = row.returned.length > 0 ? `. ${text.returnedBy(row.returned.join(', '))}` : ''
  return row.destinations.length > 0 ? text.to(row.destinations.join(', ')) + back : text.onlyHere
}
