import type { ErasureLine } from '../api/erasure'
import { Tag, type Tone } from '../ds/Tag'
import { erasureMessages as text } from '../messages/erasure'

const TONES: Record<ErasureLine['fate'], Tone> = { erase: 'danger', keep: 'neutral', wait: 'warning' }

/** What goes, what stays and why, line by line. */
export function PlanTable({ lines, done = false }: { lines: ErasureLine[]; done?: boolean }) {
  return (
    <div className="table-scroll">
      <table className="table" aria-label={text.plan}>
        <thead>
          <tr>
            {(['fate', 'what', 'where', 'why'] as const).map((column) => (
              <th key={column} scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.where} ${line.what} ${line.fate}`}>
              <td>
                <Tag tone={TONES[line.fate]}>{(done ? text.doneFates : text.fates)[line.fate]}</Tag>
              </td>
              <td>{line.what}</td>
              <td>{line.where}</td>
              <td>{line.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
