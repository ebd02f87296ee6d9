import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { Note, UnitDeadline } from '../api/desk-types'
import type { InboxRow, ReturnDue } from '../api/types'
import { classNames } from '../ds/class-names'
import { Tag, type Tone } from '../ds/Tag'
import { LabelTag } from '../labels/LabelTag'
import { deadlineMessages, labelMessages, noteMessages } from '../messages/organise'
import { inboxMessages as text } from '../messages/inbox'
import { accessLevelName, noAssignee, processStateName, signalName } from '../messages/terms'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'
import type { Column } from './arrange'
import type { SelectionAct } from './selection'

interface RowProps {
  row: InboxRow
  columns: readonly Column[]
  /** 1-based place in the grid, its header included. */
  index: number
  chosen: boolean
  tabStop: boolean
  act: (act: SelectionAct) => void
}

function InboxRowView({ row, columns, index, chosen, tabStop, act }: RowProps) {
  return (
    <div
      className={classNames('grid-row', (row.unread || row.signals.includes('marked_unread')) && 'grid-row-unread')}
      role="row"
      aria-rowindex={index}
      aria-selected={chosen}
      data-process={row.process}
      tabIndex={tabStop ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) act({ do: 'activate', id: row.process })
      }}
    >
      <div role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={text.select(row.nup)}
          checked={chosen}
          onChange={() => undefined}
          onClick={(event) => act({ do: 'toggle', id: row.process, range: event.shiftKey })}
        />
      </div>
      <div role="gridcell" className="cell-number">
        <Link to="/processo/$processId" params={{ processId: row.process }} tabIndex={-1}>
          {row.nup}
        </Link>
      </div>
      {columns.map((column) => (
        <Cell key={column} column={column} row={row} />
      ))}
    </div>
  )
}

function Cell({ column, row }: { column: Column; row: InboxRow }) {
  const time = useTime()
  switch (column) {
    case 'sobre':
      return (
        <div role="gridcell" className="cell-about">
          <span className="cell-type">{row.type.name}</span>
          <span className="cell-line muted">{[row.specification, ...row.interested_parties].filter(Boolean).join(' — ')}</span>
          {row.desk.note ? <NoteLine note={row.desk.note} /> : null}
        </div>
      )
    case 'interessados':
      return (
        <div role="gridcell" className="cell-interested">
          {row.interested_parties.join(', ')}
        </div>
      )
    case 'situacao':
      return (
        <div role="gridcell" className="cell-flags">
          <Flags row={row} />
        </div>
      )
    case 'responsavel':
      return (
        <div role="gridcell" className="cell-assignee">
          {row.assignee ? row.assignee.name : <span className="muted">{noAssignee}</span>}
        </div>
      )
    case 'origem':
      return (
        <div role="gridcell" className="cell-origin">
          <span>{row.sender_unit ? row.sender_unit.acronym : text.generatedHere}</span>
          <time className="muted" dateTime={row.arrived_at} title={time.instant(row.arrived_at)}>
            {time.short(row.arrived_at)}
          </time>
        </div>
      )
    case 'movimentacao':
      return (
        <div role="gridcell" className="cell-origin">
          <time dateTime={row.last_activity_at} title={time.instant(row.last_activity_at)}>
            {time.short(row.last_activity_at)}
          </time>
        </div>
      )
  }
}

function NoteLine({ note }: { note: Note }) {
  const time = useTime()
  return (
    <span className="cell-line cell-note" title={noteMessages.written(note.by.name, time.instant(note.at))}>
      <Tag tone={note.priority ? 'danger' : 'neutral'}>{note.priority ? noteMessages.priorityShort : noteMessages.text}</Tag> <span className="cell-note-text">{note.text}</span>
    </span>
  )
}

const DEADLINE_TONE: Record<UnitDeadline['status'], Tone> = { on_time: 'info', due_soon: 'warning', overdue: 'danger', concluded: 'success' }

/** What the unit keeps for itself: colours repeat what the words say. */
function DeskTags({ row }: { row: InboxRow }) {
  const time = useTime()
  const { deadline, checkpoint, checklist, labels } = row.desk
  return (
    <>
      {deadline ? <Tag tone={DEADLINE_TONE[deadline.status]}>{deadlineMessages.status[deadline.status](formatCivil(deadline.due))}</Tag> : null}
      {checkpoint ? <Tag>{checkpoint.name}</Tag> : null}
      {checklist ? (
        <Tag tone={checklist.done === checklist.total ? 'success' : 'neutral'}>{text.checklist(checklist.done, checklist.total)}</Tag>
      ) : null}
      {labels.map((label) => (
        <LabelTag key={label.id} label={label} title={labelMessages.tooltip(label.text, label.by.name, time.instant(label.at))} />
      ))}
    </>
  )
}

const DUE_TONE: Record<ReturnDue['status'], Tone> = { on_time: 'info', due_soon: 'warning', overdue: 'danger' }

function Flags({ row }: { row: InboxRow }) {
  const { return_to_give: give, return_awaited: awaited } = row
  return (
    <>
      {row.unread ? (
        <span title={text.unreadHint}>
          <Tag tone="strong">{text.unread}</Tag>
        </span>
      ) : null}
      {give ? <Tag tone={DUE_TONE[give.status]}>{text.toReturn[give.status](formatCivil(give.due))}</Tag> : null}
      {awaited ? <Tag tone={DUE_TONE[awaited.status]}>{text.awaited[awaited.status](formatCivil(awaited.due))}</Tag> : null}
      {row.steps.map(({ flow, step, name, due }) => (
        <Tag key={`${flow}/${step}`} tone={due ? DUE_TONE[due.status] : 'neutral'}>
          {text.step(name, due ? formatCivil(due.due) : null)}
        </Tag>
      ))}
      {row.priority ? <Tag tone="warning">{text.priorityShort}</Tag> : null}
      {row.access_level === 'public' ? null : <Tag tone="danger">{accessLevelName[row.access_level]}</Tag>}
      {row.state === 'normal' ? null : <Tag>{processStateName[row.state]}</Tag>}
      <DeskTags row={row} />
      {row.signals.map((signal) => (
        <Tag key={signal} tone="info">
          {signalName[signal]}
        </Tag>
      ))}
    </>
  )
}

export const Row = memo(InboxRowView, (before, after) => {
  const sameRow = before.row === after.row && before.index === after.index && before.columns.join() === after.columns.join()
  return sameRow && before.chosen === after.chosen && before.tabStop === after.tabStop && before.act === after.act
})
