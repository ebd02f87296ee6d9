import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { tableQuery, type Table, type TableEntry } from '../api/administration'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { Dialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { plain } from '../ds/plain'
import { Tag } from '../ds/Tag'
import { adminMessages, mailMoments, tableMessages as text } from '../messages/administration'
import { useInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import { formatCivil } from '../time/format'
import { AdminFrame } from './AdminFrame'
import { ChangeList } from './ChangeList'
import { OfferDialog } from './OfferDialog'
import { SheetLink } from './SheetLink'

const EntryDialog = lazy(() => import('./EntryDialog'))

type Asked = { act: 'new' } | { act: 'edit' | 'offer' | 'history'; entry: TableEntry }

/** Any catalogue: list, form, history and putting out of use are drawn from what the server declares (ACC-05 to ACC-16). */
export function TablePage() {
  const { table: name } = useParams({ from: '/app/administracao/tabelas/$table' })
  const title = adminMessages.tables.find(([table]) => table === name)?.[1] ?? name
  usePageTitle(title)
  const { actions } = useMe()
  const { data: table, error, refetch } = useQuery(tableQuery(name))
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const keeps = table ? actions.some((action) => action === table.action) : false
  const create =
    keeps && table?.grows ? (
      <Button look="primary" onClick={() => setAsked({ act: 'new' })}>
        {text.create(table.one)}
      </Button>
    ) : null
  return (
    <AdminFrame
      title={title}
      acts={
        <>
          <SheetLink table={name} />
          {create}
        </>
      }
    >
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {table ? <EntryList key={name} table={table} keeps={keeps} onAsk={setAsked} /> : error ? null : <Loading lines={8} />}
      <Suspense fallback={null}>
        {table && asked?.act === 'new' ? <EntryDialog table={table} onClose={close} /> : null}
        {table && asked?.act === 'edit' ? <EntryDialog table={table} entry={asked.entry} onClose={close} /> : null}
      </Suspense>
      {table && asked?.act === 'offer' ? <OfferDialog table={table} entry={asked.entry} onClose={close} /> : null}
      {asked?.act === 'history' ? (
        <Dialog title={text.historyTitle(asked.entry.name)} wide onClose={close} actions={<Button onClick={close}>{text.close}</Button>}>
          <ChangeList of={{ table: name, code: asked.entry.code }} />
        </Dialog>
      ) : null}
    </AdminFrame>
  )
}

interface EntryListProps {
  table: Table
  keeps: boolean
  onAsk: (asked: Asked) => void
}

function EntryList({ table, keeps, onAsk }: EntryListProps) {
  const [query, setQuery] = useInAddress('busca')
  const [inactive, setInactive] = useInAddress('inativos', 'nao')
  const resting = inactive === 'sim'
  const away = table.items.some((one) => !one.active)
  const shown = table.items.filter((one) => (resting || one.active) && plain(`${one.code} ${one.name} ${about(table, one)}`).includes(plain(query)))
  return (
    <>
      {table.grows || table.items.length > 1 ? (
        <>
          <search className="stack-small">
            <TextField label={text.find} type="search" autoComplete="off" value={query} onChange={setQuery} />
            {away ? <Checkbox label={text.resting} checked={resting} onChange={(on) => setInactive(on ? 'sim' : 'nao')} /> : null}
          </search>
          <p role="status" className="muted small">
            {shown.length === 0 ? text.none : text.count(shown.length)}
          </p>
        </>
      ) : null}
      <ul className="group-list" aria-label={table.title}>
        {shown.map((entry) => (
          <li key={entry.code} className="group-line">
            <div>
              <strong>{entry.name}</strong> {entry.active ? null : <Tag tone="warning">{text.inactive}</Tag>}
              <p className="muted small">{about(table, entry)}</p>
            </div>
            <div className="row">
              {keeps ? <Act label={text.edit} entry={entry} onClick={() => onAsk({ act: 'edit', entry })} /> : null}
              {keeps && table.rests ? (
                <Act label={entry.active ? text.deactivate : text.reactivate} entry={entry} onClick={() => onAsk({ act: 'offer', entry })} />
              ) : null}
              <Act label={text.history} entry={entry} onClick={() => onAsk({ act: 'history', entry })} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The second line: what tells an entry from the others, in words; its code only when there is nothing else to tell. */
function about(table: Table, entry: TableEntry): string {
  const { name, law, date, titles, description, first_day: first, last_day: last, megabytes } = entry.values
  const days = typeof first === 'string' && typeof last === 'string' ? text.fromTo(formatCivil(first), formatCivil(last)) : ''
  const size = typeof megabytes === 'number' ? text.upTo(megabytes) : ''
  const day = typeof date === 'string' ? formatCivil(date) : ''
  const parts = [name === entry.name ? '' : name, description, law, day, days, size, Array.isArray(titles) ? titles.join('; ') : '']
  const told = parts.filter((part) => typeof part === 'string' && part).join(' · ')
  return told || mailMoments[entry.code] || chosen(table, entry).join(' · ') || text.codeOf(entry.code)
}

/** What was chosen in each field of the form that offers choices. */
function chosen(table: Table, entry: TableEntry): string[] {
  const choices = table.fields.filter((field) => field.kind === 'choice' && field.required)
  return choices.flatMap(({ name, label, options }) =>
    options.filter(({ code }) => code === entry.values[name]).map((option) => text.choice(label, option.name)),
  )
}

function Act({ label, entry, onClick }: { label: string; entry: TableEntry; onClick: () => void }) {
  return (
    <Button small onClick={onClick}>
      {label}
      <span className="visually-hidden"> {entry.name}</span>
    </Button>
  )
}
