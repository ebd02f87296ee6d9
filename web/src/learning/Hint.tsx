import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { learningQuery, type Lesson, type LessonStep } from '../api/learning'
import { Button, buttonClass } from '../ds/Button'
import { learningMessages as text } from '../messages/learning'
import { findControl } from './find-control'
import { PointedRing, useEscape, usePlace } from './pointing'
import { showStep } from './tour'
import { isVisit } from './visit'
import Visit from './Visit'
import './learning.css'

const ASK_AGAIN_MS = 4000

/** What is pointed at: a step of an exercise, or a stop of a guided visit. */
export default function Hint({ id }: { id: string }) {
  return isVisit(id) ? <Visit id={id} /> : <StepHint id={id} />
}

/** Says what the current step asks for and points at its control, beside the work and never over it. */
function StepHint({ id }: { id: string }) {
  const { data } = useQuery({ ...learningQuery, refetchInterval: ASK_AGAIN_MS })
  const lessons = data ? [...(data.first_steps ? [data.first_steps] : []), ...data.exercises] : []
  const lesson = lessons.find(({ steps }) => steps.some((step) => step.id === id))
  const step = lesson?.steps.find((one) => one.id === id)
  useEscape()
  if (!lesson || !step) return null
  return <HintOf lesson={lesson} step={step} />
}

function HintOf({ lesson, step }: { lesson: Lesson; step: LessonStep }) {
  const control = step.done ? '' : step.control
  const place = usePlace(useCallback(() => (control ? findControl(control) : null), [control]))
  const next = lesson.steps.find((one) => !one.done)
  return (
    <>
      {place ? <PointedRing box={place} /> : null}
      <aside className="hint" aria-label={text.hint} data-hint>
        <p className="muted small">{lesson.title}</p>
        <h2>{step.title}</h2>
        <p>{step.how}</p>
        <p role="status">{said(step, Boolean(place))}</p>
        <div className="row">
          {step.done && next ? (
            <Button look="primary" onClick={() => showStep(next.id)}>
              {text.hintNext(next.title)}
            </Button>
          ) : null}
          {place ? (
            <Button look="secondary" onClick={() => findControl(step.control)?.focus()}>
              {text.hintFocus(step.control)}
            </Button>
          ) : null}
          <Link to="/exercicios" className={buttonClass()}>
            {text.hintBack}
          </Link>
          <Button onClick={() => showStep(null)}>{text.hintClose}</Button>
        </div>
      </aside>
    </>
  )
}

function said(step: LessonStep, found: boolean): string {
  if (step.done) return text.hintDone
  if (!step.control) return step.times > 1 ? text.times(step.count, step.times) : ''
  return found ? text.hintFound(step.control) : text.hintAbsent(step.control)
}
