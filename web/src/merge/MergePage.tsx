import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { checkMerge, type MergeInput, type MergeReport, orderMerge } from '../api/merge'
import { useAct } from '../api/use-act'
import { SigningBlockField } from '../blocks/SigningBlockField'
import { Button } from '../ds/Button'
import { FieldFrame, Select, TextArea, TextField } from '../ds/Field'
import { FileInput } from '../ds/FileInput'
import { ErrorMessage } from '../ds/Message'
import { mergeMessages as text } from '../messages/merge'
import { usePageTitle } from '../shell/page-title'
import { readSheet } from './readSheet'

const BlockDialog = lazy(() => import('../blocks/BlockDialog'))

const EMPTY: MergeInput = { type: '', model: '', rows: '', description: '', block: null }

function problemsOf({ type, model, rows }: MergeInput) {
  return {
    type: type ? undefined : text.typeMissing,
    model: /^\d{1,12}$/.test(model) ? undefined : text.modelMissing,
    rows: rows.trim() ? undefined : text.rowsMissing,
  }
}

/** One text into many processes: the report first, then a job with a result for each row (DOC-09). */
export function MergePage() {
  usePageTitle(text.page)
  const navigate = useNavigate()
  const [input, setInput] = useState(EMPTY)
  const [checked, setChecked] = useState(false)
  const [creating, setCreating] = useState(false)
  const [report, setReport] = useState<MergeReport>()
  const check = useAct((wanted: MergeInput) => checkMerge(wanted), { onDone: setReport })
  const order = useAct(orderMerge, {
    onDone: ({ job }) => navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} }),
  })
  const change = (changes: Partial<MergeInput>) => {
    setInput((before) => ({ ...before, ...changes }))
    // What the report says is of what was checked, and of nothing else.
    setReport(undefined)
  }
  const problems = problemsOf(input)
  const refused = check.field('rows') ?? order.field('rows')
  const submit = () => {
    setChecked(true)
    if (Object.values(problems).some(Boolean)) return
    void check.run(input)
  }
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TypeField value={input.type} error={checked ? problems.type : undefined} onChange={(type) => change({ type })} />
        <TextField
          label={text.model}
          hint={text.modelHint}
          inputMode="numeric"
          autoComplete="off"
          required
          value={input.model}
          onChange={(model) => change({ model: model.trim() })}
          error={check.field('initial_text.reference') ?? (checked ? problems.model : undefined)}
        />
        <TextField
          label={text.description}
          maxLength={250}
          value={input.description}
          onChange={(description) => change({ description })}
        />
        <TextArea
          label={text.rows}
          hint={text.rowsHint}
          rows={8}
          required
          spellCheck={false}
          value={input.rows}
          onChange={(rows) => change({ rows })}
          error={refused ?? (checked ? problems.rows : undefined)}
        />
        <SheetFile onRead={(rows) => change({ rows })} />
        <SigningBlockField
          label={text.block}
          hint={text.blockHint}
          none={text.noBlock}
          value={input.block ?? ''}
          onChange={(block) => change({ block: block || null })}
          onCreate={() => setCreating(true)}
          error={check.field('block') ?? order.field('block')}
        />
        {check.error && check.error.fields.length === 0 ? <ErrorMessage error={check.error} /> : null}
        <div>
          <Button type="submit" look={report ? 'secondary' : 'primary'} busy={check.busy}>
            {text.check}
          </Button>
        </div>
      </form>
      {creating ? (
        <Suspense fallback={null}>
          <BlockDialog kind="signing" onClose={() => setCreating(false)} onDone={(block) => change({ block })} />
        </Suspense>
      ) : null}
      {report ? (
        <Report report={report} busy={order.busy} onCreate={() => void order.run(input)}>
          <ErrorMessage error={order.error} />
        </Report>
      ) : null}
    </section>
  )
}

interface TypeFieldProps {
  value: string
  error: string | undefined
  onChange: (type: string) => void
}

function TypeField({ value, error, onChange }: TypeFieldProps) {
  const types = useQuery(catalogueQuery('document-types'))
  const written = (types.data ?? []).filter(({ applies_to: use }) => use === 'both' || use === 'authored')
  return (
    <>
      <ErrorMessage error={types.data ? null : types.error} onRetry={() => void types.refetch()} />
      <Select label={text.type} required value={value} onChange={onChange} error={error}>
        <option value="">{text.chooseType}</option>
        {written.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </>
  )
}

function SheetFile({ onRead }: { onRead: (rows: string) => void }) {
  return (
    <FieldFrame label={text.file} hint={text.fileHint}>
      {({ id, describedBy }) => (
        <FileInput
          id={id}
          accept=".csv,.txt,text/csv,text/plain"
          aria-describedby={describedBy}
          onChoose={(file) => {
            if (file) void readSheet(file).then(onRead)
          }}
        />
      )}
    </FieldFrame>
  )
}

interface ReportProps {
  report: MergeReport
  busy: boolean
  onCreate: () => void
  children: ReactNode
}

function Report({ report, busy, onCreate, children }: ReportProps) {
  const { fields, unused, rows, ready } = report
  return (
    <section className="stack" aria-labelledby="relatorio">
      <h2 id="relatorio">{text.report}</h2>
      <p role="status">
        <strong>{text.ready(ready, rows.length)}</strong> {fields.length > 0 ? text.fields(fields) : text.noFields}{' '}
        {unused.length > 0 ? text.unused(unused) : ''}
      </p>
      <div className="table-scroll">
        <table className="table" aria-label={text.report}>
          <thead>
            <tr>
              <th scope="col">{text.line}</th>
              <th scope="col">{text.process}</th>
              <th scope="col">{text.result}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>{row.process}</td>
                <td>{row.problems.join(' ') || text.good}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
      <div>
        <Button look="primary" busy={busy} unavailable={ready === 0 ? text.nothing : null} onClick={onCreate}>
          {text.create(ready)}
        </Button>
      </div>
    </section>
  )
}
