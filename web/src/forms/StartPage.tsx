import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { catalogueQuery } from '../api/catalogues'
import { flowsQuery } from '../api/flows'
import { refreshInbox } from '../api/inbox'
import { processQuery, startProcess } from '../api/processes'
import type { ProcessInput, ProcessType } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button, buttonClass } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { TextArea } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { startWithFlowMessages } from '../messages/flows'
import { formMessages as text } from '../messages/forms'
import { paperMessages } from '../messages/paper'
import { tieActMessages } from '../messages/ties'
import { usePageTitle } from '../shell/page-title'
import { FormPage } from './FormPage'
import { isWhole, PaperFields, type PaperRecord } from './PaperFields'
import { inputOf, isComplete, ProcessFields, type ProcessDraft } from './ProcessFields'
import { TypePicker } from './TypePicker'

/** Start a process (PRO-02): first the type, used ones on top; then the form with what the type suggests. */
export function StartPage() {
  const { tipo, relacionado } = useSearch({ from: '/app/processo/novo' })
  const types = useQuery(catalogueQuery('process-types'))
  usePageTitle(text.startTitle)
  if (types.isPending) return <Loading lines={6} />
  if (!types.data) return <ErrorMessage error={types.error} onRetry={() => void types.refetch()} />
  const type = types.data.find((one) => one.code === tipo)
  return type ? <StartForm key={type.code} type={type} related={relacionado} /> : <PickType types={types.data} related={relacionado} />
}

function PickType({ types, related }: { types: ProcessType[]; related: string | undefined }) {
  const navigate = useNavigate()
  const search = (tipo: string) => (related ? { tipo, relacionado: related } : { tipo })
  return (
    <section className="sheet stack">
      <div>
        <h1>{text.startTitle}</h1>
        <p className="muted">{text.startPick}</p>
      </div>
      <TypePicker
        firstTitle={text.usedTypes}
        allTitle={text.allTypes}
        choices={types.map((type) => ({ code: type.code, name: type.name, note: type.description, first: type.used }))}
        link={(choice, label) => (
          <Link to="/processo/novo" search={search(choice.code)} className="type-link">
            {label}
          </Link>
        )}
        onEnter={(choice) => void navigate({ to: '/processo/novo', search: search(choice.code) })}
      />
    </section>
  )
}

function suggestedDraft(type: ProcessType): ProcessDraft {
  return {
    specification: '',
    subjects: type.suggested_subjects,
    interested: [],
    access: { level: type.suggested_level, legalBasis: type.suggested_legal_basis ?? '' },
    priority: '',
    grade: '',
  }
}

function StartForm({ type, related }: { type: ProcessType; related: string | undefined }) {
  const { unit, number_shape: shape } = useMe()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => suggestedDraft(type))
  const [remark, setRemark] = useState('')
  const [flow, setFlow] = useState('')
  const [paper, setPaper] = useState<PaperRecord | null>(null)
  const [touched, setTouched] = useState(false)
  const [checked, setChecked] = useState(false)
  const start = useAct((input: ProcessInput, key) => startProcess(input, key), {
    onDone: async (process) => {
      setTouched(false)
      announce(text.started(process.nup))
      void refreshInbox()
      await navigate({ to: '/processo/$processId', params: { processId: process.id }, ignoreBlocker: true })
    },
  })
  const complete = isComplete(draft) && (!paper || isWhole(paper))
  const submit = () => {
    setChecked(true)
    if (!complete) return
    const known = paper ? { number: paper.number.trim(), filed_on: paper.filedOn } : {}
    const rest = { type: type.code, remark: remark.trim(), related_to: related ?? null, flow: flow || null }
    void start.run({ ...inputOf(draft), ...rest, ...known })
  }
  return (
    <FormPage
      title={text.startTitle}
      onSubmit={submit}
      problem={start.error}
      refused={checked && !complete}
      dirty={touched}
      actions={
        <>
          <Link to="/caixa" className={buttonClass()}>
            {text.cancel}
          </Link>
          <Button type="submit" look="primary" busy={start.busy}>
            {text.startConfirm}
          </Button>
        </>
      }
    >
      <div className="type-chosen">
        <p>
          <strong>{type.name}</strong>
          <span className="option-note">{type.description}</span>
        </p>
        <Link to="/processo/novo" search={related ? { relacionado: related } : {}}>
          {text.changeType}
        </Link>
      </div>
      {related ? <RelatedTo process={related} /> : null}
      {shape ? (
        <Checkbox
          label={paperMessages.has}
          hint={paperMessages.hasHint}
          checked={paper !== null}
          onChange={(on) => setPaper(on ? { number: '', filedOn: '' } : null)}
        />
      ) : null}
      {paper ? (
        <PaperFields
          record={paper}
          onChange={(next) => {
            setTouched(true)
            setPaper(next)
          }}
          shape={shape}
          checked={checked}
          field={start.field}
        />
      ) : null}
      <ProcessFields
        draft={draft}
        onChange={(next) => {
          setTouched(true)
          setDraft(next)
        }}
        allowedLevels={type.allowed_levels}
        checked={checked}
        field={start.field}
      />
      <FollowFlow type={type.code} chosen={flow} onChoose={setFlow} />
      <TextArea
        label={`${text.remark} (${unit.acronym})`}
        hint={text.remarkHint}
        value={remark}
        onChange={setRemark}
        error={start.field('remark')}
      />
    </FormPage>
  )
}

/** The flows of the type, if any: the process may begin under one of them. */
function FollowFlow({ type, chosen, onChoose }: { type: string; chosen: string; onChoose: (code: string) => void }) {
  const { data = [] } = useQuery(flowsQuery(type))
  return data.map((one) => (
    <Checkbox
      key={one.code}
      label={startWithFlowMessages.label(one.name)}
      hint={startWithFlowMessages.hint}
      checked={chosen === one.code}
      onChange={(on) => onChoose(on ? one.code : '')}
    />
  ))
}

/** The process this one is started from: both will refer to each other (PRO-14). */
function RelatedTo({ process }: { process: string }) {
  const { data } = useQuery(processQuery(process))
  return (
    <p>
      {tieActMessages.relatedTo}{' '}
      <Link to="/processo/$processId" params={{ processId: process }}>
        {data ? data.process.nup : tieActMessages.otherProcess}
      </Link>
      .
    </p>
  )
}
