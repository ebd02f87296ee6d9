import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { unitsQuery } from '../api/directory'
import { checkUnitGrants, copyUnitGrants, type UnitGrantsReport } from '../api/unit-grants'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ComboBox } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { unitGrantMessages as text } from '../messages/unit-grants'

/** What people may do in one unit, given to them in another too, after a report of it (ACC-09). */
export default function CopyUnitDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [source, setSource] = useState('')
  const [target, setTarget] = useState('')
  const [checked, setChecked] = useState(false)
  const [report, setReport] = useState<UnitGrantsReport | null>(null)
  const look = useAct(() => checkUnitGrants(source, target), { onDone: setReport })
  const order = useAct((_: null, key) => copyUnitGrants(source, target, key), {
    onDone: ({ job }) => navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} }),
  })
  // What the report says is of the two units that were looked at, and of no others.
  const choose = (set: (unit: string) => void) => (unit: string) => {
    setReport(null)
    look.clear()
    set(unit)
  }
  const submit = () => {
    setChecked(true)
    if (!source || !target) return
    if (!report) void look.run(null)
    else if (report.ready > 0) void order.run(null)
  }
  const general = [look.error, order.error].find((error) => error && error.fields.length === 0)
  return (
    <FormDialog
      title={text.title}
      confirm={report ? text.confirm(report.ready) : text.check}
      busy={look.busy || order.busy}
      onClose={onClose}
      onSubmit={submit}
      wide
    >
      <p>{text.explanation}</p>
      <UnitField label={text.source} error={look.field('source') ?? order.field('source') ?? (checked && !source ? text.missing : undefined)} onChange={choose(setSource)} />
      <UnitField label={text.target} error={look.field('target') ?? (checked && !target ? text.missing : undefined)} onChange={choose(setTarget)} />
      {report ? <Report report={report} /> : null}
      {report && report.ready === 0 ? <Button onClick={onClose}>{text.close}</Button> : null}
      <ErrorMessage error={general ?? null} />
    </FormDialog>
  )
}

function UnitField({ label, error, onChange }: { label: string; error: string | undefined; onChange: (unit: string) => void }) {
  const [query, setQuery] = useState('')
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <ComboBox
      label={label}
      required
      error={error}
      options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
      loading={isFetching}
      query={query}
      onQuery={setQuery}
      onEdit={() => onChange('')}
      onChoose={(option) => onChange(option.id)}
    />
  )
}

function Report({ report }: { report: UnitGrantsReport }) {
  return (
    <section aria-labelledby="o-que-muda">
      <h3 id="o-que-muda">{text.report}</h3>
      <p role="status">{text.ready(report.ready, report.people.length)}</p>
      {report.people.length > 0 ? (
        <div className="admin-scroll">
          <table className="admin-table" aria-labelledby="o-que-muda">
            <thead>
              <tr>
                <th scope="col">{text.person}</th>
                <th scope="col">{text.gets}</th>
              </tr>
            </thead>
            <tbody>
              {report.people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">{person.name}</th>
                  <td>{person.grants.join('; ') || person.reason || text.same}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  )
}
