import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { refreshLists } from '../api/desk'
import { cancelJob, isOpen, jobQuery, refreshJobs, retryJob, type Job } from '../api/jobs'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { JobProgress } from '../jobs/JobProgress'
import { bulkJobMessages as text } from '../messages/bulk'
import { jobMessages } from '../messages/jobs'
import { leaveJob, watchJob } from './watched'
import '../jobs/jobs.css'
import './bulk.css'

/** What the person asked for on many processes: how far it is, what failed and why, and trying that again. */
export default function JobWatch({ jobs }: { jobs: readonly string[] }) {
  return (
    <section className="job-watch" aria-label={text.region}>
      {jobs.map((job) => (
        <Watched key={job} id={job} />
      ))}
    </section>
  )
}

function Watched({ id }: { id: string }) {
  const query = useInfiniteQuery(jobQuery(id, 'troubled'))
  const job = query.data?.pages[0]
  const over = job !== undefined && !isOpen(job)
  const whole = over && job.state === 'done' && job.progress.done === job.total
  useEffect(() => {
    if (!over) return
    void refreshLists()
    if (!whole) return
    announce(`${job.title}. ${text.all(job.total)}`)
    leaveJob(id)
  }, [over, whole, id, job?.title, job?.total])
  if (!job) return query.error ? <ErrorMessage error={query.error} onRetry={() => void query.refetch()} /> : null
  return (
    <article className="job-watched" aria-label={job.title}>
      <h2>{job.title}</h2>
      {over ? <Ended job={job} /> : <Running job={job} />}
    </article>
  )
}

function Running({ job }: { job: Job }) {
  const cancel = useAct((id: string, key) => cancelJob(id, key), { onDone: () => refreshJobs(job.id) })
  return (
    <>
      <JobProgress job={job} />
      <div className="row">
        <Button small look="secondary" busy={cancel.busy} onClick={() => void cancel.run(job.id)}>
          {text.cancel}
        </Button>
        <Details job={job.id} />
      </div>
      <ErrorMessage error={cancel.error} />
    </>
  )
}

function Ended({ job }: { job: Job }) {
  const retry = useAct((id: string, key) => retryJob(id, key), {
    onDone: (started) => {
      leaveJob(job.id)
      watchJob(started.job)
    },
  })
  const { done, failed, left_out: out } = job.progress
  const left = job.total - done - out
  return (
    <>
      <Message tone="warning" announced>
        {jobMessages.summary(done, failed, out)} {job.state === 'done' ? '' : text.stopped}
      </Message>
      {job.items.length > 0 ? (
        <ul className="outcomes" aria-label={text.failedList}>
          {job.items.map((item, place) => (
            <li key={`${place}-${item.label}`}>
              <strong>{item.label}</strong> {item.message}
            </li>
          ))}
        </ul>
      ) : null}
      {job.next === null ? null : <p className="muted">{text.more}</p>}
      <div className="row">
        {left > 0 ? (
          <Button small look="primary" busy={retry.busy} onClick={() => void retry.run(job.id)}>
            {text.retry}
          </Button>
        ) : null}
        <Details job={job.id} />
        <Button small onClick={() => leaveJob(job.id)}>
          {text.close}
        </Button>
      </div>
      <ErrorMessage error={retry.error} />
    </>
  )
}

function Details({ job }: { job: string }) {
  return (
    <Link to="/trabalho/$jobId" params={{ jobId: job }} search={{}}>
      {text.see}
    </Link>
  )
}
