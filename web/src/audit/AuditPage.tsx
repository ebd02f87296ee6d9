import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccessFilters, accessesQuery, auditRulesQuery, exportAccesses } from '../api/audit'
import { unitsQuery } from '../api/directory'
import { keepSheet } from '../api/keep-sheet'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ComboBox } from '../ds/ComboBox'
import { DateField } from '../ds/DateField'
import { Select, TextField } from '../ds/Field'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { auditMessages as text } from '../messages/audit'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { AccessTable } from './AccessTable'
import './audit.css'

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const trimmed = (filters: AccessFilters) =>
  Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value.trim()])) as unknown as AccessFilters

/** Who read what (AUD-02). Nothing is asked before somebody asks: each question is recorded. */
export function AuditPage() {
  usePageTitle(text.page)
  const { today } = useTime()
  const [asked, setAsked] = useState<AccessFilters | null>(null)
  const start = { user: '', unit: '', action: '', process: '', address: '', since: daysBefore(today(), 6), until: today() }
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <Rules />
      <FilterForm start={start} onAsk={setAsked} />
      {asked ? <Results key={JSON.stringify(asked)} filters={asked} /> : null}
    </section>
  )
}

function Rules() {
  const { data } = useQuery(auditRulesQuery)
  if (!data) return null
  return (
    <details>
      <summary>{text.rules}</summary>
      <ul className="stack">
        {data.items.map((rule) => (
          <li key={rule.category}>
            {text.rule(rule.title, rule.since ? text.ruleSince[rule.since] : text.ruleAlways)}{' '}
            {rule.acts.map((act) => act.title).join('; ')}.
          </li>
        ))}
      </ul>
    </details>
  )
}

function FilterForm({ start, onAsk }: { start: AccessFilters; onAsk: (filters: AccessFilters) => void }) {
  const [filters, setFilters] = useState(start)
  const { data: rules } = useQuery(auditRulesQuery)
  const set = (name: keyof AccessFilters) => (value: string) => setFilters((before) => ({ ...before, [name]: value }))
  return (
    <form
      className="stack"
      aria-label={text.filters}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(trimmed(filters))
      }}
    >
      <div className="audit-filters">
        <DateField label={text.since} value={filters.since} onChange={set('since')} />
        <DateField label={text.until} value={filters.until} onChange={set('until')} />
        <TextField label={text.user} hint={text.userHint} value={filters.user} onChange={set('user')} autoComplete="off" />
        <UnitField onChoose={set('unit')} />
        <TextField label={text.process} value={filters.process} onChange={set('process')} autoComplete="off" />
        <Select label={text.act} value={filters.action} onChange={set('action')}>
          <option value="">{text.anyAct}</option>
          {(rules?.items ?? [])
            .flatMap((rule) => rule.acts)
            .map((act) => (
              <option key={act.action} value={act.action}>
                {act.title}
              </option>
            ))}
        </Select>
        <TextField label={text.address} hint={text.addressHint} value={filters.address} onChange={set('address')} autoComplete="off" />
      </div>
      <div>
        <Button type="submit" look="primary">
          {text.search}
        </Button>
      </div>
    </form>
  )
}

function UnitField({ onChoose }: { onChoose: (unit: string) => void }) {
  const [query, setQuery] = useState('')
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <ComboBox
      label={text.unit}
      hint={text.unitHint}
      options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
      loading={isFetching}
      query={query}
      onQuery={setQuery}
      onEdit={() => onChoose('')}
      onChoose={(option) => onChoose(option.id)}
    />
  )
}

function Results({ filters }: { filters: AccessFilters }) {
  const { today } = useTime()
  const list = useInfiniteQuery(accessesQuery(filters))
  const found = list.data?.pages.flatMap((page) => page.items) ?? []
  const download = useAct(() => exportAccesses(filters), {
    onDone: (sheet) => {
      keepSheet(sheet.content, `auditoria-${today()}.csv`)
      announce(text.downloaded(sheet.rows, sheet.complete), sheet.complete ? {} : { tone: 'danger' })
    },
  })
  return (
    <section className="stack" aria-label={text.results}>
      <h2>{text.results}</h2>
      <ErrorMessage error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading lines={4} /> : null}
      {list.isSuccess && found.length === 0 && !list.hasNextPage ? <EmptyState title={text.none}>{text.noneText}</EmptyState> : null}
      {found.length > 0 ? (
        <>
          <div>
            <Button small busy={download.busy} onClick={() => void download.run(undefined)}>
              {text.download}
            </Button>
          </div>
          <ErrorMessage error={download.error} />
          <AccessTable rows={found} />
        </>
      ) : null}
      {list.hasNextPage ? (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
