import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { learningQuery, type Lesson, type LessonStep } from '../api/learning'
import { Button, buttonClass } from '../ds/Button'
import { learningMessages as text } from '../messages/learning'
import { findControl } from './find-control'
import { showStep } from './tour'
import './learning.css'

const LOOK_AGAIN_MS = 400
const ASK_AGAIN_MS = 4000

/** Says what the current step asks for and points at its control, beside the work and never over it. */
export default function Hint({ id }: { id: string }) {
  const { data } = useQuery({ ...learningQuery, refetchInterval: ASK_AGAIN_MS })
  const lessons = data ? [...(data.first_steps ? [data.first_steps] : []), ...data.exercises] : []
  const lesson = lessons.find(({ steps }) => steps.some((step) => step.id === id))
  const step = lesson?.steps.find((one) => one.id === id)
  useEscape()
  if (!lesson || !step) return null
  return <HintOf lesson={lesson} step={step} />
}

function HintOf({ lesson, step }: { lesson: Lesson; step: LessonStep }) {
  const place = useControl(step.done ? '' : step.control)
  const next = lesson.steps.find((one) => !one.done)
  return (
    <>
      {place ? <span className="hint-ring" style={ringOf(place)} aria-hidden="true" data-hint /> : null}
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

const AROUND = 4
const ringOf = (box: DOMRect) => ({
  top: box.top - AROUND,
  left: box.left - AROUND,
  width: box.width + 2 * AROUND,
  height: box.height + 2 * AROUND,
})

/** Where the control is now; screens change under the hint, so it looks again and again. */
function useControl(name: string): DOMRect | null {
  const [box, setBox] = useState<DOMRect | null>(null)
  const path = useLocation({ select: ({ href }) => href })
  useEffect(() => {
    const look = () => {
      const found = name ? (findControl(name)?.getBoundingClientRect() ?? null) : null
      setBox((before) => (same(before, found) ? before : found))
    }
    look()
    const timer = setInterval(look, LOOK_AGAIN_MS)
    window.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [name, path])
  return box
}

function same(one: DOMRect | null, other: DOMRect | null): boolean {
  return one?.top === other?.top && one?.left === other?.left && one?.width === other?.width && one?.height === other?.height
}

/** Esc puts the hint away, unless a window or a menu is open that takes it. */
function useEscape() {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (!document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) showStep(null)
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [])
}
