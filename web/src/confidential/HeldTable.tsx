import { Link } from '@tanstack/react-router'
import type { HeldProcess } from '../api/confidential'
import { Button } from '../ds/Button'
import { Tag, type Tone } from '../ds/Tag'
import { heldMessages as text } from '../messages/confidential'
import { useTime } from '../time/use-time'

/** Red, black and blue of SEI's list, each with its words (PRO-01). */
const TONE: Record<HeldProcess['standing'], Tone> = { unopened: 'danger', opened: 'neutral', in_session: 'info' }

interface HeldTableProps {
  title: string
  rows: HeldProcess[]
  onTransfer?: (row: HeldProcess) => void
}

export function HeldTable({ title, rows, onTransfer }: HeldTableProps) {
  const time = useTime()
  return (
    <div className="table-scroll">
      <table className="table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{text.columns.process}</th>
            <th scope="col">{text.columns.about}</th>
            <th scope="col">{text.columns.standing}</th>
            <th scope="col">{text.columns.granted}</th>
            {onTransfer ? <th scope="col">{text.columns.acts}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.process}>
              <td className="unbroken">
                <Link to="/processo/$processId" params={{ processId: row.process }}>
                  {row.nup}
                </Link>
              </td>
              <td>
                {row.type.name}
                <br />
                <span className="muted">{[row.specification, ...row.interested_parties].filter(Boolean).join(' — ')}</span>
              </td>
              <td>
                <Tag tone={TONE[row.standing]}>{text.standing[row.standing]}</Tag>{' '}
                {row.open ? null : <Tag>{text.concluded}</Tag>}
              </td>
              <td>{text.grantedBy(row.granted_by?.name ?? '', time.day(row.granted_at))}</td>
              {onTransfer ? (
                <td>
                  <Button small look="secondary" aria-label={text.transferOf(row.nup)} onClick={() => onTransfer(row)}>
                    {text.transfer}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
