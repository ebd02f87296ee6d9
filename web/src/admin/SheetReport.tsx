import { useState, type ReactNode } from 'react'
import type { SheetReport as Report } from '../api/spreadsheets'
import { Button } from '../ds/Button'
import { Select } from '../ds/Field'
import { sheetMessages as text } from '../messages/spreadsheets'
import { saveProblems } from './sheetFiles'

const PAGE = 100
type Shown = keyof typeof text.shown
const WRITTEN = ['new', 'changed', 'joined']

interface SheetReportProps {
  report: Report
  busy: boolean
  onWrite: () => void
  children: ReactNode
}

/** What each row would do; those with a problem first, because something is to be done about them. */
export function SheetReport({ report, busy, onWrite, children }: SheetReportProps) {
  const [shown, setShown] = useState<Shown>(report.wrong > 0 ? 'wrong' : 'all')
  const [most, setMost] = useState(PAGE)
  const rows = report.rows.filter(({ state }) => shown === 'all' || (shown === 'wrong' ? state === 'wrong' : WRITTEN.includes(state)))
  const same = report.rows.filter(({ state }) => state === 'same').length
  return (
    <section className="stack" aria-labelledby="relatorio">
      <h2 id="relatorio">{text.report}</h2>
      <p role="status">
        <strong>
          {text.ready(report.ready)} {text.wrong(report.wrong)}
        </strong>{' '}
        {text.same(same)} {report.unused.length > 0 ? text.unused(report.unused) : ''}
      </p>
      <div className="row">
        <Select
          label={text.show}
          value={shown}
          onChange={(value) => {
            setShown(value as Shown)
            setMost(PAGE)
          }}
        >
          {Object.entries(text.shown).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {report.wrong > 0 ? <Button onClick={() => saveProblems(report)}>{text.problems}</Button> : null}
      </div>
      <div className="admin-scroll">
        <table className="admin-table" aria-label={text.report}>
          <thead>
            <tr>
              <th scope="col">{text.line}</th>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.result}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>{row.name}</td>
                <td>{row.problems.join(' ') || text.states[row.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most ? (
        <div>
          <Button onClick={() => setMost(most + PAGE)}>{text.more}</Button>
        </div>
      ) : null}
      {children}
      <div>
        <Button look="primary" busy={busy} unavailable={report.ready === 0 ? text.nothing : null} onClick={onWrite}>
          {text.write(report.ready)}
        </Button>
      </div>
    </section>
  )
}
