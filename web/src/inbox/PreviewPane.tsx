import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { processQuery } from '../api/processes'
import { isNotFound } from '../api/query-client'
import type { DocumentNode, InboxRow, ProcessPage } from '../api/types'
import { Button, buttonClass } from '../ds/Button'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { inboxMessages } from '../messages/inbox'
import { deadlineMessages } from '../messages/organise'
import { previewMessages as text } from '../messages/preview'
import { sideMessages } from '../messages/process'
import { accessLevelName } from '../messages/terms'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'
import './preview.css'

const DOCUMENTS_SHOWN = 6
/** An automatic entry often follows the act that brought it about. */
const ENTRIES_SHOWN = 2

/** What one asks of a process before deciding: its summary, its last entry, its documents, its deadlines. One call. */
export default function PreviewPane({ row, onClose }: { row: InboxRow | undefined; onClose: () => void }) {
  const close = () => {
    onClose()
    document.querySelector<HTMLElement>('.preview-toggle')?.focus()
  }
  return (
    <aside className="preview" aria-label={text.region}>
      <div className="preview-top">
        {row ? (
          <Link to="/processo/$processId" params={{ processId: row.process }} className={buttonClass('primary', true)}>
            {text.open}
          </Link>
        ) : null}
        <Button small onClick={close}>
          {text.close}
        </Button>
      </div>
      {row ? <Summary row={row} /> : <p className="muted">{text.pick}</p>}
    </aside>
  )
}

function Summary({ row }: { row: InboxRow }) {
  const { data, error, refetch } = useQuery(processQuery(row.process))
  return (
    <>
      <h2>
        <span className="preview-number">{row.nup}</span> {row.type.name}
      </h2>
      {row.specification ? <p>{row.specification}</p> : null}
      {row.access_level === 'public' ? null : (
        <p>
          <Tag tone="danger">{accessLevelName[row.access_level]}</Tag>
        </p>
      )}
      {row.unread ? <Message tone="info">{text.notReceived}</Message> : null}
      <dl className="preview-facts">
        <Fact name={text.interested}>{row.interested_parties.join('; ') || text.none}</Fact>
        <Fact name={text.deadlines}>
          <Deadlines row={row} />
        </Fact>
        {row.desk.note ? <Fact name={text.note}>{row.desk.note.text}</Fact> : null}
      </dl>
      {isNotFound(error) ? <Message tone="warning">{text.gone}</Message> : <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data ? <Inside page={data} /> : error ? null : <Loading label={text.loading} lines={6} />}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Every date that waits for this unit, in the words of the list. */
function Deadlines({ row }: { row: InboxRow }) {
  const { return_to_give: give, return_awaited: awaited, steps, desk } = row
  const said = [
    desk.deadline ? deadlineMessages.status[desk.deadline.status](formatCivil(desk.deadline.due)) : null,
    give ? inboxMessages.toReturn[give.status](formatCivil(give.due)) : null,
    awaited ? inboxMessages.awaited[awaited.status](formatCivil(awaited.due)) : null,
    ...steps.map(({ name, due }) => (due ? inboxMessages.step(name, formatCivil(due.due)) : null)),
  ].filter((one) => one !== null)
  return said.length > 0 ? said.map((one) => <span key={one}>{one}</span>) : text.none
}

function Inside({ page }: { page: ProcessPage }) {
  const time = useTime()
  const latest = page.history.items.slice(0, ENTRIES_SHOWN)
  const open = page.units.filter((one) => one.open).map((one) => one.unit.acronym)
  return (
    <>
      <dl className="preview-facts">
        <Fact name={text.where}>{open.join(', ') || text.none}</Fact>
        <Fact name={text.latest}>
          {latest.length === 0 ? text.noHistory : null}
          {latest.map((entry) => (
            <span key={entry.n} className="preview-entry">
              {entry.sentence}
              <span className="muted small">
                {time.instant(entry.at)}, {sideMessages.byWho(entry.user.name, entry.unit.acronym)}
              </span>
            </span>
          ))}
        </Fact>
      </dl>
      <h3>{page.documents.total > 0 ? text.documents(page.documents.total) : text.noDocuments}</h3>
      <Documents page={page} />
    </>
  )
}

/** The newest ones, where the process brought them all; of a longer one it brought the first. */
function Documents({ page }: { page: ProcessPage }) {
  const { items, next_cursor: more } = page.documents
  const shown = more ? items.slice(0, DOCUMENTS_SHOWN) : items.slice(-DOCUMENTS_SHOWN).toReversed()
  const cut = more !== null || shown.length < items.length
  return (
    <>
      <ul className="preview-documents">
        {shown.map((node) => (
          <li key={node.id}>
            <DocumentLine process={page.process.id} node={node} />
          </li>
        ))}
      </ul>
      {cut ? <p className="muted small">{(more ? text.firstOnes : text.latestOnes)(shown.length)}</p> : null}
    </>
  )
}

function DocumentLine({ process, node }: { process: string; node: DocumentNode }) {
  const time = useTime()
  return (
    <>
      <Link to="/processo/$processId/documento/$documentId" params={{ processId: process, documentId: node.id }}>
        {node.title} ({node.number})
      </Link>
      <span className="muted small">
        {node.unit.acronym}, {time.short(node.created_at)}
      </span>
    </>
  )
}
