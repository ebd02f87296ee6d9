import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { changeProcess, processQuery, refreshProcess } from '../api/processes'
import type { ProcessHeader, ProcessInput } from '../api/types'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'
import { usePageTitle } from '../shell/page-title'
import { optionOf } from './ContactsField'
import { FormPage } from './FormPage'
import { inputOf, isComplete, ProcessFields, type ProcessDraft } from './ProcessFields'

/** Change what a process says about itself, all but its number and start (PRO-07). */
export function EditPage() {
  const { processId } = useParams({ from: '/app/processo/$processId/alterar' })
  const { data, error, refetch } = useQuery(processQuery(processId))
  usePageTitle(data ? text.editTitle(data.process.nup) : text.startTitle)
  if (data) return <EditForm key={processId} process={data.process} />
  return error ? <ErrorMessage error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />
}

function draftOf(process: ProcessHeader): ProcessDraft {
  return {
    specification: process.specification,
    subjects: process.subjects.map((subject) => subject.code),
    interested: process.interested_parties.map(optionOf),
    access: { level: process.access_level, legalBasis: process.legal_basis?.code ?? '' },
    priority: process.priority ?? '',
    grade: process.secrecy_grade ?? '',
  }
}

function EditForm({ process }: { process: ProcessHeader }) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => draftOf(process))
  const [version] = useState(process.version)
  const [touched, setTouched] = useState(false)
  const [checked, setChecked] = useState(false)
  const { data: types = [] } = useQuery(catalogueQuery('process-types'))
  const params = { processId: process.id }
  const save = useAct((input: ProcessInput, key) => changeProcess(process.id, input, version, key), {
    onDone: async () => {
      announce(text.saved)
      await refreshProcess(process.id)
      await navigate({ to: '/processo/$processId', params, search: { painel: 'dados' }, ignoreBlocker: true })
    },
  })
  const allowed = types.find((type) => type.code === process.type.code)?.allowed_levels ?? [process.access_level]
  return (
    <FormPage
      title={text.editTitle(process.nup)}
      onSubmit={() => {
        setChecked(true)
        if (isComplete(draft)) void save.run(inputOf(draft))
      }}
      problem={save.error}
      refused={checked && !isComplete(draft)}
      dirty={touched}
      actions={
        <>
          <Link to="/processo/$processId" params={params} className={buttonClass()}>
            {text.cancel}
          </Link>
          <Button type="submit" look="primary" busy={save.busy}>
            {text.save}
          </Button>
        </>
      }
    >
      <p>
        <strong>{process.type.name}</strong>
      </p>
      <ProcessFields
        draft={draft}
        onChange={(next) => {
          setTouched(true)
          setDraft(next)
        }}
        allowedLevels={allowed}
        checked={checked}
        field={save.field}
      />
    </FormPage>
  )
}
