import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { checkSheet, exportTable, orderImport, type SheetReport as Report } from '../api/spreadsheets'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { FieldFrame } from '../ds/Field'
import { FileInput } from '../ds/FileInput'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { adminMessages } from '../messages/administration'
import { sheetMessages as text } from '../messages/spreadsheets'
import { usePageTitle } from '../shell/page-title'
import { AdminFrame } from './AdminFrame'
import { SheetReport } from './SheetReport'
import { inBase64, LARGEST_FILE, saveSheet } from './sheetFiles'

const KEEPING: Record<string, string> = { users: 'user.keep', agencies: 'unit.keep', units: 'unit.keep' }

/** A table of the register as a spreadsheet, out and in (ACC-05 to ACC-16). */
export function SheetPage() {
  const { table } = useParams({ from: '/app/administracao/planilhas/$table' })
  const name = table === 'users' ? adminMessages.users : (adminMessages.tables.find(([one]) => one === table)?.[1] ?? table)
  usePageTitle(text.title(name))
  const { actions } = useMe()
  const keeps = actions.some((action) => action === (KEEPING[table] ?? 'catalogue.keep'))
  return (
    <AdminFrame title={text.title(name)}>
      <p>
        {table === 'users' ? (
          <Link to="/administracao/usuarios">{text.back(name)}</Link>
        ) : (
          <Link to="/administracao/tabelas/$table" params={{ table }}>
            {text.back(name)}
          </Link>
        )}
      </p>
      <Export table={table} />
      {keeps ? <Import key={table} table={table} /> : null}
    </AdminFrame>
  )
}

function useExport(table: string) {
  return useAct(({ format, empty }: { format: 'csv' | 'xlsx'; empty: boolean }) => exportTable(table, format, empty), {
    onDone: (made) => {
      saveSheet(made)
      if (!made.complete) announce(text.incomplete(made.rows), { tone: 'danger' })
    },
  })
}

function Export({ table }: { table: string }) {
  const { run, busy, error } = useExport(table)
  return (
    <section className="stack-small" aria-labelledby="exportar">
      <h2 id="exportar">{text.export}</h2>
      <p>{text.exportText}</p>
      <ErrorMessage error={error} />
      <div className="row">
        <Button look="secondary" busy={busy} onClick={() => void run({ format: 'xlsx', empty: false })}>
          {text.xlsx}
        </Button>
        <Button look="secondary" busy={busy} onClick={() => void run({ format: 'csv', empty: false })}>
          {text.csv}
        </Button>
      </div>
    </section>
  )
}

function Import({ table }: { table: string }) {
  const navigate = useNavigate()
  const model = useExport(table)
  const [file, setFile] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [invite, setInvite] = useState(true)
  const [report, setReport] = useState<Report>()
  const check = useAct((sheet: string) => checkSheet(table, sheet), { onDone: setReport })
  const order = useAct((sheet: string, key) => orderImport(table, sheet, invite, key), {
    onDone: ({ job }) => navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} }),
  })
  const choose = async (chosen: File | undefined) => {
    // What the report says is of the file that was checked, and of no other.
    setReport(undefined)
    check.clear()
    const large = chosen !== undefined && chosen.size > LARGEST_FILE
    setWrong(large ? text.fileTooLarge : undefined)
    setFile(chosen && !large ? await inBase64(chosen) : '')
  }
  return (
    <section className="stack" aria-labelledby="importar">
      <h2 id="importar">{text.import}</h2>
      <p>
        {text.importText} {table === 'users' ? text.usersText : null}
      </p>
      <div>
        <Button look="secondary" busy={model.busy} onClick={() => void model.run({ format: 'xlsx', empty: true })}>
          {text.model}
        </Button>
      </div>
      <ErrorMessage error={model.error} />
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (file) void check.run(file)
          else setWrong(wrong ?? text.fileMissing)
        }}
      >
        <FieldFrame label={text.file} hint={text.fileHint} required error={wrong ?? check.field('file') ?? order.field('file')}>
          {({ id, describedBy, invalid }) => (
            <FileInput
              id={id}
              accept=".csv,.xlsx,text/csv"
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onChoose={(chosen) => void choose(chosen)}
            />
          )}
        </FieldFrame>
        {check.error && check.error.fields.length === 0 ? <ErrorMessage error={check.error} /> : null}
        <div>
          <Button type="submit" look={report ? 'secondary' : 'primary'} busy={check.busy}>
            {text.check}
          </Button>
        </div>
      </form>
      {report ? (
        <SheetReport report={report} busy={order.busy} onWrite={() => void order.run(file)}>
          {table === 'users' ? <Checkbox label={text.invite} hint={text.inviteHint} checked={invite} onChange={setInvite} /> : null}
          {order.error && order.error.fields.length === 0 ? <ErrorMessage error={order.error} /> : null}
        </SheetReport>
      ) : null}
    </section>
  )
}
