import { Link } from '@tanstack/react-router'
import type { SigningQueueItem } from '../api/blocks'
import { useMe } from '../api/use-me'
import type { Choice } from '../bulk/choice'
import { ChoiceBox, ChoiceOfAll } from '../bulk/ChoiceBox'
import { queueMessages as text } from '../messages/blocks'
import { useTime } from '../time/use-time'

interface QueueTableProps {
  items: SigningQueueItem[]
  choice: Choice
  /** How many of them can be chosen: what waits in another unit is signed from there. */
  count: number
}

export function QueueTable({ items, choice, count }: QueueTableProps) {
  return (
    <div className="table-scroll">
      <table className="table" aria-label={text.title}>
        <thead>
          <tr>
            {count > 0 ? (
              <th scope="col">
                <ChoiceOfAll choice={choice} count={count} />
              </th>
            ) : null}
            <th scope="col">{text.document}</th>
            <th scope="col">{text.process}</th>
            <th scope="col">{text.block}</th>
            <th scope="col">{text.askedBy}</th>
            <th scope="col">{text.unit}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <QueueRow key={`${one.block.id} ${one.item.id}`} one={one} choice={count > 0 ? choice : null} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function QueueRow({ one: { block, item, unit }, choice }: { one: SigningQueueItem; choice: Choice | null }) {
  const me = useMe()
  const time = useTime()
  const here = unit.id === me.unit.id
  return (
    <tr>
      {choice ? <td>{here ? <ChoiceBox choice={choice} id={item.id} name={`${item.label}, ${item.nup}`} /> : null}</td> : null}
      <td>
        {here ? (
          <Link to="/para-assinar" search={{ item: item.id }}>
            {item.label}
          </Link>
        ) : (
          item.label
        )}
      </td>
      <td>{item.nup}</td>
      <td>
        {here ? (
          <Link to="/bloco/$blockId" params={{ blockId: block.id }} search={{ item: item.id }} aria-label={text.openBlock(block.number)}>
            {block.number}
          </Link>
        ) : (
          block.number
        )}{' '}
        <span className="muted">{block.description}</span>
      </td>
      <td>
        {item.included_by?.name} <span className="muted small">{`${block.unit.acronym} · ${item.included_at ? time.short(item.included_at) : ''}`}</span>
      </td>
      <td>
        {unit.acronym}
        {here ? null : <span className="muted small"> · {text.elsewhere}</span>}
      </td>
    </tr>
  )
}
