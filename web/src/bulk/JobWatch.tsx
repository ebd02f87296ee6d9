import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { refreshLists } from '../api/desk'
import { cancelJob, isOpen, jobQuery, refreshJobs, retryJob, type Job } from '../api/jobs'
import { ApiProblem } from '../api/problem'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { JobProgress } from '../jobs/JobProgress'
import { bulkJobMessages as text } from '../messages/bulk'
import { jobMessages } from '../messages/jobs'
import { manyDocumentsJob } from '../messages/many-documents'
import { leaveJob, placeOfEnd, watchJob } from './watched'
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

/** What the job was done to has its own words. */
const wordsOf = (job: Job) => (job.kind === 'bulk_documents' ? manyDocumentsJob : text)

function Watched({ id }: { id: string }) {
  const query = useInfiniteQuery(jobQuery(id, 'troubled'))
  const job = query.data?.pages[0]
  const over = job !== undefined && !isOpen(job)
  const whole = over && job.state === 'done' && job.progress.done === job.total
  const said = job ? `${job.title}. ${wordsOf(job).all(job.total)}` : ''
  useEffect(() => {
    if (!over) return
    void refreshLists()
    if (!whole) return
    announce(said)
    leaveJob(id)
  }, [over, whole, id, said])
  // Of whoever was here before in this window, or long gone.
  const unknown = query.error instanceof ApiProblem && query.error.status === 404
  useEffect(() => {
    if (unknown) leaveJob(id)
  }, [unknown, id])
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
        <Details job={job} />
      </div>
      <ErrorMessage error={cancel.error} />
    </>
  )
}

/** In full where the person saw it end; on any other page, loaded anew or not, a line, which stands before nothing else. */
function Ended({ job }: { job: Job }) {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const [where] = useState(() => placeOfEnd(job.id, path))
  const retry = useAct((id: string, key) => retryJob(id, key), {
    onDone: (started) => {
      leaveJob(job.id)
      watchJob(started.job)
    },
  })
  const { done, failed, left_out: out } = job.progress
  const left = job.total - done - out
  const close = (
    <Button small onClick={() => leaveJob(job.id)}>
      {text.close}
    </Button>
  )
  const summary = `${jobMessages.summary(done, failed, out)} ${job.state === 'done' ? '' : text.stopped}`
  if (path !== where)
    return (
      <div className="row">
        <span>{summary}</span>
        <Details job={job} />
        {close}
      </div>
    )
  return (
    <>
      <Message tone="warning" announced>
        {summary}
      </Message>
      {job.items.length > 0 ? (
        <ul className="outcomes" aria-label={wordsOf(job).failedList}>
          {job.items.map((item, place) => (
            <li key={`${place}-${item.label}`}>
              <strong>{item.label}</strong> {item.message}
            </li>
          ))}
        </ul>
      ) : null}
      {job.next === null ? null : <p className="muted">{wordsOf(job).more}</p>}
      <div className="row">
        {left > 0 ? (
          <Button small look="primary" busy={retry.busy} onClick={() => void retry.run(job.id)}>
            {text.retry}
          </Button>
        ) : null}
        <Details job={job} />
        {close}
      </div>
      <ErrorMessage error={retry.error} />
    </>
  )
}

function Details({ job }: { job: Job }) {
  return (
    <Link to="/trabalho/$jobId" params={{ jobId: job.id }} search={{}}>
      {wordsOf(job).see}
    </Link>
  )
}
