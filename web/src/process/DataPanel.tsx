import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { refreshProcess, writeRemark } from '../api/processes'
import type { ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button, buttonClass } from '../ds/Button'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { sideMessages as text } from '../messages/process'
import { accessLevelName } from '../messages/terms'
import { useTime } from '../time/use-time'
import { WhoMaySee } from './WhoMaySee'
import { isAllowed } from './acts'
import { filing } from './filing'

/** What the process is (PRO-07), and what each unit noted about it (PRO-11). */
export function DataPanel({ page }: { page: ProcessPage }) {
  const { process, actions } = page
  const time = useTime()
  const { unit } = useMe()
  const { data: priorities = [] } = useQuery({ ...catalogueQuery('priorities'), enabled: process.priority !== null })
  const priority = priorities.find((one) => one.code === process.priority)?.name
  const facts: [string, string][] = [
    [text.type, process.type.name],
    [text.specification, process.specification],
    [text.subjects, process.subjects.map((one) => `${one.code} ${one.name}`).join('; ')],
    [text.interested, process.interested_parties.map((one) => one.name).join('; ')],
    [text.level, accessLevelName[process.access_level]],
    ...(process.legal_basis ? [[text.legalBasis, process.legal_basis.name] as [string, string]] : []),
    ...(process.priority ? [[text.priority, priority ?? ''] as [string, string]] : []),
    [text.started, filing(process, time.day)],
    ...(process.former_numbers.length > 0 ? [[text.formerNumbers, process.former_numbers.join('; ')] as [string, string]] : []),
  ]
  const others = process.remarks.filter((remark) => remark.unit.id !== unit.id)
  return (
    <div className="side-body stack">
      <dl className="process-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <span className="muted">{text.none}</span>}</dd>
          </div>
        ))}
      </dl>
      {isAllowed(actions, 'process.edit') ? (
        <div>
          <Link to="/processo/$processId/alterar" params={{ processId: process.id }} className={buttonClass('secondary', true)}>
            {text.edit}
          </Link>
        </div>
      ) : null}
      <WhoMaySee page={page} />
      <h3>{text.remarks}</h3>
      {isAllowed(actions, 'process.remark') ? <MyRemark page={page} /> : null}
      {others.length === 0 ? <p className="muted small">{text.noRemarks}</p> : null}
      {others.map((remark) => (
        <div key={remark.unit.id}>
          <p>
            <strong>{remark.unit.acronym}</strong> {remark.text}
          </p>
          <p className="muted small">
            {remark.by.name}, {time.instant(remark.at)}
          </p>
        </div>
      ))}
    </div>
  )
}

function MyRemark({ page }: { page: ProcessPage }) {
  const { unit } = useMe()
  const saved = page.process.remarks.find((remark) => remark.unit.id === unit.id)?.text ?? ''
  const [draft, setDraft] = useState<string | null>(null)
  const save = useAct((words: string, key) => writeRemark(page.process.id, words, key), {
    onDone: async () => {
      announce(text.remarkSaved)
      await refreshProcess(page.process.id)
      setDraft(null)
    },
  })
  const current = draft ?? saved
  return (
    <div className="stack">
      <TextArea label={text.myRemark(unit.acronym)} value={current} onChange={setDraft} error={save.field('text')} />
      <ErrorMessage error={save.error} />
      {current === saved ? null : (
        <div>
          <Button small look="primary" busy={save.busy} onClick={() => void save.run(current)}>
            {text.saveRemark}
          </Button>
        </div>
      )}
    </div>
  )
}
