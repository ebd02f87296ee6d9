import type { ReturnLine } from '../api/returns'
import { classNames } from '../ds/class-names'
import { returnsMessages as text } from '../messages/returns'
import { dayName, monthName, weeksOf } from './month'

interface MonthTableProps {
  month: string
  lines: ReturnLine[]
  today: string
}

/** The month at a glance; each day with returns leads to its list below. */
export function MonthTable({ month, lines, today }: MonthTableProps) {
  return (
    <table className="returns-table">
      <caption className="visually-hidden">{text.calendar(monthName(month))}</caption>
      <thead>
        <tr>
          {text.weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, place) => (
              <td key={day ?? text.weekdays[place]} className={classNames(day === today && 'returns-today', !day && 'returns-out')}>
                {day ? <Cell day={day} today={day === today} lines={lines.filter((line) => line.due === day)} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ day, today, lines }: { day: string; today: boolean; lines: ReturnLine[] }) {
  const toGive = lines.filter((line) => line.kind === 'to_give').length
  const awaited = lines.length - toGive
  const number = (
    <>
      <span className="returns-number">{Number(day.slice(8))}</span>
      {today ? <span className="small"> {text.thisDay}</span> : null}
    </>
  )
  if (lines.length === 0) return number
  return (
    <>
      {number}
      <a href={`#dia-${day}`} className={classNames('returns-count', lines.some((line) => line.overdue) && 'returns-late')}>
        {toGive > 0 ? <span>{text.toGive(toGive)}</span> : null}
        {awaited > 0 ? <span>{text.awaited(awaited)}</span> : null}
        <span className="visually-hidden">, {dayName(day)}</span>
      </a>
    </>
  )
}
