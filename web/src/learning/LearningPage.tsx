import { useQuery } from '@tanstack/react-query'
import { keepLearning, learningQuery, type LearnerRole, type LearningChange, type OwnLearning } from '../api/learning'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Select } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { learningMessages as text } from '../messages/learning'
import { usePageTitle } from '../shell/page-title'
import { LessonCard } from './LessonCard'
import { PracticePlace, VisitList } from './VisitList'
import './learning.css'

/** First steps by role and exercises, ticked by what was really done (issues 5 and 6). */
export function LearningPage() {
  usePageTitle(text.page)
  const { data, error, refetch } = useQuery({ ...learningQuery, refetchOnMount: 'always' })
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p className="muted">{text.intro}</p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <Lessons learning={data} /> : error ? null : <Loading lines={8} />}
    </section>
  )
}

function Lessons({ learning }: { learning: OwnLearning }) {
  const keep = useAct((change: LearningChange, key) => keepLearning(change, key))
  const first = learning.first_steps
  return (
    <>
      {learning.roles.length > 1 ? (
        <Select label={text.role} value={learning.role} onChange={(role) => void keep.run({ role: role as LearnerRole })}>
          {learning.roles.map((role) => (
            <option key={role} value={role}>
              {text.roles[role]}
            </option>
          ))}
        </Select>
      ) : null}
      <ErrorMessage error={keep.error} />
      {first ? <LessonCard lesson={first} first /> : null}
      {first && first.done < first.steps.length ? (
        <div className="row">
          <Button look="secondary" busy={keep.busy} onClick={() => void keep.run({ dismissed: !learning.dismissed })}>
            {learning.dismissed ? text.restore : text.dismiss}
          </Button>
          {learning.dismissed ? <span className="muted">{text.dismissed}</span> : null}
        </div>
      ) : null}
      <VisitList />
      <h2>{text.exercises}</h2>
      <p className="muted">{learning.exercises.length > 0 ? text.exercisesHint : text.noExercises}</p>
      {learning.exercises.length > 0 ? <PracticePlace /> : null}
      {learning.exercises.map((lesson) => (
        <LessonCard key={lesson.code} lesson={lesson} />
      ))}
    </>
  )
}
