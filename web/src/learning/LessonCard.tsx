import { Link, useRouter } from '@tanstack/react-router'
import { useId } from 'react'
import { keepLearning, type LearningChange, type Lesson, type LessonStep } from '../api/learning'
import { useAct } from '../api/use-act'
import { Button, buttonClass } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { HOME } from '../environment'
import { learningMessages as text } from '../messages/learning'
import { showStep } from './tour'

/** The steps of one lesson, each leading to where it is done and where it is explained. */
export function LessonCard({ lesson, first = false }: { lesson: Lesson; first?: boolean }) {
  const id = useId()
  const finished = lesson.done === lesson.steps.length
  return (
    <section className="lesson" aria-labelledby={id}>
      <div className="lesson-head">
        {first ? <h2 id={id}>{lesson.title}</h2> : <h3 id={id}>{lesson.title}</h3>}
        {finished ? <Tag tone="success">{text.finished}</Tag> : <span className="muted">{text.progress(lesson.done, lesson.steps.length)}</span>}
      </div>
      <progress className="lesson-progress" value={lesson.done} max={lesson.steps.length} aria-labelledby={id} />
      <p className="muted">{lesson.text}</p>
      <ol className="lesson-steps">
        {lesson.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step }: { step: LessonStep }) {
  const tick = useAct((change: LearningChange, key) => keepLearning(change, key))
  return (
    <li className="lesson-step" data-done={step.done}>
      <div className="lesson-what">
        {step.by_hand ? (
          <Checkbox label={step.title} checked={step.done} onChange={(done) => void tick.run({ step: step.id, done })} />
        ) : (
          <p>
            <strong>{step.title}</strong>{' '}
            <Tag tone={step.done ? 'success' : 'neutral'}>{step.done ? text.stepDone : step.times > 1 ? text.times(step.count, step.times) : text.stepOpen}</Tag>
          </p>
        )}
        {step.how ? <p className="muted small">{step.how}</p> : null}
        <ErrorMessage error={tick.error} />
      </div>
      <Ways step={step} />
    </li>
  )
}

function Ways({ step }: { step: LessonStep }) {
  const router = useRouter()
  const [chapter, section] = step.where.split('#')
  const go = () => {
    if (step.control) showStep(step.id)
    router.history.push(HOME + step.screen)
  }
  return (
    <div className="lesson-ways">
      {step.screen ? (
        <Button small look="secondary" aria-label={step.control ? text.showWhereOf(step.title) : text.goToOf(step.title)} onClick={go}>
          {step.control ? text.showWhere : text.goTo}
        </Button>
      ) : null}
      {chapter ? (
        <Link
          to="/manual"
          search={{ capitulo: chapter, ...(section ? { secao: section } : {}) }}
          className={buttonClass('plain', true)}
          aria-label={text.readManualOf(step.title)}
        >
          {text.readManual}
        </Link>
      ) : null}
    </div>
  )
}
