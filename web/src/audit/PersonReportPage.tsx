import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { exportReport, moreProcessesQuery, peopleQuery, personReportQuery, type FoundPerson, type ReportSection } from '../api/audit'
import { keepSheet } from '../api/keep-sheet'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ComboBox } from '../ds/ComboBox'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { personReportMessages as text } from '../messages/person-report'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'

/** What is held about one person and who saw it (LGPD, art. 18). */
export function PersonReportPage() {
  usePageTitle(text.page)
  const [person, setPerson] = useState<FoundPerson | null>(null)
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <PersonField onChoose={setPerson} />
      {person ? <Report key={`${person.kind} ${person.id}`} person={person} /> : null}
    </section>
  )
}

function PersonField({ onChoose }: { onChoose: (person: FoundPerson | null) => void }) {
  const [query, setQuery] = useState('')
  const { data, isFetching, error } = useQuery(peopleQuery(query))
  const people = data?.items ?? []
  const key = (one: FoundPerson) => `${one.kind} ${one.id}`
  return (
    <>
      <ComboBox
        label={text.find}
        hint={text.findHint}
        options={people.map((one) => ({ id: key(one), label: one.name, note: text.note(text.kinds[one.kind], one.note) }))}
        loading={isFetching}
        query={query}
        onQuery={setQuery}
        onEdit={() => onChoose(null)}
        onChoose={(option) => onChoose(people.find((one) => key(one) === option.id) ?? null)}
      />
      <ErrorMessage error={error} />
    </>
  )
}

function Report({ person }: { person: FoundPerson }) {
  const time = useTime()
  const report = useQuery(personReportQuery(person))
  const download = useAct(() => exportReport(person), {
    onDone: (sheet) => {
      keepSheet(sheet.content, text.fileName(person.id, time.today()))
      announce(text.downloaded(sheet.rows, sheet.complete), sheet.complete ? {} : { tone: 'danger' })
    },
  })
  return (
    <section className="stack" aria-label={text.reportOf(person.name)}>
      <h2>{text.reportOf(person.name)}</h2>
      <ErrorMessage error={report.error} onRetry={() => void report.refetch()} />
      {report.isPending ? <Loading lines={6} /> : null}
      {report.data ? (
        <>
          <p className="muted">{text.madeAt(time.instant(report.data.made_at))}</p>
          <div>
            <Button busy={download.busy} onClick={() => void download.run(undefined)}>
              {text.download}
            </Button>
          </div>
          <ErrorMessage error={download.error} />
          {report.data.sections.map((section) => (
            <Part key={section.title} section={section} person={person} />
          ))}
        </>
      ) : null}
    </section>
  )
}

function Part({ section, person }: { section: ReportSection; person: FoundPerson }) {
  const title = useId()
  const more = useInfiniteQuery(moreProcessesQuery(person, section.next ?? ''))
  const pages = more.data?.pages ?? []
  const rows = [...section.rows, ...pages.flatMap((page) => page.rows)]
  const next = pages.length > 0 ? pages.at(-1)?.next : section.next
  return (
    <section className="stack-small" aria-labelledby={title}>
      <h3 id={title}>{section.title}</h3>
      {section.note ? <p className="muted">{section.note}</p> : null}
      {rows.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <div className="table-scroll">
          <table className="table" aria-labelledby={title}>
            <thead>
              <tr>
                {section.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={`${row} ${cells[0]}`}>
                  {cells.map((cell, column) => (
                    <td key={section.headings[column]}>{cell || <span className="muted">–</span>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {section.complete || section.next ? null : <p>{text.more}</p>}
      <ErrorMessage error={more.error} />
      {next ? (
        <div>
          <Button busy={more.isFetching} onClick={() => void more.fetchNextPage()}>
            {text.moreRows}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
