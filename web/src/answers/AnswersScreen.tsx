import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answersQuery, saveAnswers, type Answers, type FilledForm } from '../api/answers'
import { ApiProblem } from '../api/problem'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { LockBanner } from '../editor/lock/LockBanner'
import type { EditLock } from '../editor/lock/useEditLock'
import { FormPage } from '../forms/FormPage'
import { answerMessages as text } from '../messages/answers'
import { AnswerField } from './AnswerField'
import { isMissing, keptAnswers, shownAnswers } from './answer'

interface AnswersScreenProps {
  processId: string
  documentId: string
  lock: EditLock
}

/** A form to fill in, in the place of the editor (DOC-07). */
export function AnswersScreen({ processId, documentId, lock }: AnswersScreenProps) {
  const form = useQuery(answersQuery(processId, documentId))
  if (form.error) return <ErrorMessage error={form.error} onRetry={() => void form.refetch()} />
  if (!form.data) return <Loading lines={8} />
  return <Filling {...{ processId, documentId, lock }} form={form.data} />
}

function Filling({ processId, documentId, lock, form }: AnswersScreenProps & { form: FilledForm }) {
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<Answers>(() => shownAnswers(form.fields, form.answers))
  const [dirty, setDirty] = useState(false)
  const [checked, setChecked] = useState(false)
  const params = { processId, documentId }
  const missing = form.fields.filter((field) => isMissing(field, answers[field.id]))
  const save = useAct(
    (input: { answers: Answers; later: boolean }, key) =>
      saveAnswers(processId, documentId, form.revision, input.answers, key),
    {
      onDone: async (_, { later }) => {
        announce(later && missing.length > 0 ? text.savedForLater : text.saved)
        void refreshProcess(processId)
        await navigate({ to: '/processo/$processId/documento/$documentId', params })
      },
    },
  )
  const submit = (later: boolean) => {
    setChecked(!later)
    if (!later && missing.length > 0) return
    void save.run({ answers: keptAnswers(form.fields, answers), later })
  }
  const problemOf = (id: string): string | undefined => {
    const field = missing.find((one) => one.id === id)
    return (
      save.field(`answers.${id}`) ?? (checked && field ? (field.kind === 'flag' ? text.missingFlag : text.missing) : undefined)
    )
  }
  return (
    <>
      <LockBanner lock={lock} />
      <FormPage
        title={`${form.title} (${form.number})`}
        onSubmit={() => submit(false)}
        problem={changedBySomebody(save.error)}
        refused={checked && missing.length > 0}
        dirty={dirty && !save.busy}
        actions={
          <>
            <Link to="/processo/$processId/documento/$documentId" params={params} className={buttonClass()}>
              {text.back}
            </Link>
            {lock.holder ? null : (
              <>
                <Button look="secondary" busy={save.busy} onClick={() => submit(true)}>
                  {text.saveForLater}
                </Button>
                <Button type="submit" look="primary" busy={save.busy}>
                  {text.save}
                </Button>
              </>
            )}
          </>
        }
      >
        <p className="muted">{text.about}</p>
        {form.fields.map((field) => (
          <AnswerField
            key={field.id}
            field={field}
            answer={answers[field.id] ?? []}
            onChange={(answer) => {
              setDirty(true)
              setAnswers((now) => ({ ...now, [field.id]: answer }))
            }}
            error={problemOf(field.id)}
          />
        ))}
      </FormPage>
    </>
  )
}

/** The sentence about a text does not fit a form: what was filled in stays on the screen to be copied. */
function changedBySomebody(error: ApiProblem | null): ApiProblem | null {
  if (error?.code !== 'draft_changed') return error
  return new ApiProblem(error.status, { code: error.code, detail: text.changed })
}
