import { Link } from '@tanstack/react-router'
import { useId, useState, type DragEvent } from 'react'
import type { InboxRow } from '../api/types'
import type { Choice } from '../bulk/choice'
import { ChoiceBox } from '../bulk/ChoiceBox'
import { classNames } from '../ds/class-names'
import { Menu } from '../ds/Menu'
import { Tag } from '../ds/Tag'
import { Swatch } from '../labels/LabelTag'
import { boardMessages as text } from '../messages/board'
import { deadlineMessages } from '../messages/organise'
import { noAssignee } from '../messages/terms'
import { formatCivil } from '../time/format'
import type { Column } from './columns'

interface BoardColumnProps {
  column: Column
  columns: Column[]
  cards: InboxRow[]
  choice: Choice
  onMove: (row: InboxRow, from: string | null, to: Column) => void
}

const CARD = 'application/x-iperoig-card'
/** The card under the pointer; a drag says what it carries only when it is dropped. */
let carried: { row: InboxRow; from: string | null } | null = null

export function BoardColumn({ column, columns, cards, choice, onMove }: BoardColumnProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (carried) onMove(carried.row, carried.from, column)
    carried = null
  }
  const hover = (event: DragEvent) => {
    if (!carried) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={classNames('board-column', over && 'board-column-over')}
      aria-labelledby={id}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={id}>
        {column.colour ? <Swatch colour={column.colour} /> : null} {text.column(column.name, cards.length)}
      </h2>
      {cards.length === 0 ? <p className="muted small">{text.emptyColumn}</p> : null}
      <ul>
        {cards.map((row) => (
          <Card key={row.process} row={row} column={column} columns={columns} choice={choice} onMove={onMove} />
        ))}
      </ul>
    </section>
  )
}

interface CardProps extends Omit<BoardColumnProps, 'cards'> {
  row: InboxRow
}

function Card({ row, column, columns, choice, onMove }: CardProps) {
  const { deadline } = row.desk
  return (
    <li
      className="board-card"
      draggable
      onDragStart={(event) => {
        carried = { row, from: column.id }
        event.dataTransfer.setData(CARD, row.process)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragEnd={() => {
        carried = null
      }}
    >
      <span className="row board-number">
        <ChoiceBox choice={choice} id={row.process} name={row.nup} />
        <Link to="/processo/$processId" params={{ processId: row.process }} draggable={false}>
          {row.nup}
        </Link>
      </span>
      <span className="cell-type">{row.type.name}</span>
      {row.specification ? <span className="muted small">{row.specification}</span> : null}
      <span className="row">
        {deadline ? (
          <Tag tone={({ on_time: 'info', due_soon: 'warning', overdue: 'danger', concluded: 'success' } as const)[deadline.status]}>
            {deadlineMessages.status[deadline.status](formatCivil(deadline.due))}
          </Tag>
        ) : null}
        {row.desk.note?.priority ? <Tag tone="danger">{row.desk.note.text}</Tag> : null}
      </span>
      <span className="board-foot">
        <span className="muted small">{row.assignee?.name ?? noAssignee}</span>
        <Menu
          small
          label={text.move}
          ariaLabel={text.moveOf(row.nup)}
          choices={columns
            .filter((one) => one.id !== column.id)
            .map((one) => ({ id: one.id ?? 'none', label: text.moveTo(one.name), run: () => onMove(row, column.id, one) }))}
        />
      </span>
    </li>
  )
}
