import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { cancelJob, isOpen, jobQuery, refreshJobs, retryJob, type Job, type JobItem } from '../api/jobs'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { bulkJobMessages } from '../messages/bulk'
import { jobMessages as text } from '../messages/jobs'
import { usePageTitle } from '../shell/page-title'
import { fetchFile } from './fetch-file'
import { JobProgress } from './JobProgress'
import { ItemStateTag, JobStateTag } from './JobStateTag'
import './jobs.css'

/** One job: how far it is, what became of each item, and the file it made (PRO-23). */
export function JobPage() {
  const { jobId } = useParams({ from: '/app/trabalho/$jobId' })
  const { so } = useSearch({ from: '/app/trabalho/$jobId' })
  const navigate = useNavigate()
  const query = useInfiniteQuery(jobQuery(jobId, so === 'problemas' ? 'troubled' : 'all'))
  const job = query.data?.pages[0]
  usePageTitle(job?.title ?? text.title)
  if (!job) return query.error ? <ErrorMessage error={query.error} onRetry={() => void query.refetch()} /> : <Loading lines={4} />
  return (
    <>
      <p className="small">
        <Link to="/trabalhos">{text.toList}</Link>
      </p>
      <div className="page-head">
        <h1>{job.title}</h1>
        <JobStateTag state={job.state} />
      </div>
      <JobBody job={job} />
      <h2>{text.items}</h2>
      <RadioGroup
        label={text.show}
        inline
        options={[
          { value: 'todos', label: text.all },
          { value: 'problemas', label: text.troubled },
        ]}
        value={so ?? 'todos'}
        onChange={(value) =>
          void navigate({
            to: '/trabalho/$jobId',
            params: { jobId },
            search: value === 'problemas' ? { so: 'problemas' } : {},
            replace: true,
          })
        }
      />
      <Items process={job.process} items={query.data?.pages.flatMap((page) => page.items) ?? []} />
      {query.hasNextPage ? (
        <Button look="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text.loadMore}
        </Button>
      ) : null}
    </>
  )
}

function JobBody({ job }: { job: Job }) {
  const cancel = useAct((id: string, key) => cancelJob(id, key), {
    onDone: async () => {
      announce(text.cancelled)
      await refreshJobs(job.id)
    },
  })
  const navigate = useNavigate()
  const retry = useAct((id: string, key) => retryJob(id, key), {
    onDone: (started) => navigate({ to: '/trabalho/$jobId', params: { jobId: started.job }, search: {} }),
  })
  const { done, failed, left_out: out } = job.progress
  const left = job.total - done - out
  return (
    <>
      {isOpen(job) ? <JobProgress job={job} /> : <p role="status">{text.summary(done, failed, out)}</p>}
      {job.message ? <Message tone={job.state === 'failed' ? 'danger' : 'info'}>{job.message}</Message> : null}
      <div className="row job-acts">
        {job.file ? (
          <Button look="primary" onClick={() => void fetchFile(job.id)}>
            {text.fetch} ({text.size(job.file.size)})
          </Button>
        ) : null}
        {isOpen(job) && job.stoppable ? (
          <Button look="secondary" busy={cancel.busy} onClick={() => void cancel.run(job.id)}>
            {text.cancel}
          </Button>
        ) : null}
        {job.kind === 'bulk' && !isOpen(job) && left > 0 ? (
          <Button look="primary" busy={retry.busy} onClick={() => void retry.run(job.id)}>
            {bulkJobMessages.retry}
          </Button>
        ) : null}
        {job.process && !(isOpen(job) && job.kind === 'duplicate') ? (
          <Link to="/processo/$processId" params={{ processId: job.process }}>
            {text.toProcess}
          </Link>
        ) : null}
      </div>
      <ErrorMessage error={cancel.error ?? retry.error} />
    </>
  )
}

function Items({ process, items }: { process: string | null; items: JobItem[] }) {
  if (items.length === 0) return <p className="muted">{text.noTrouble}</p>
  return (
    <div className="table-scroll">
      <table className="table" aria-label={text.items}>
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            <th scope="col">{text.result}</th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => (
            <tr key={`${place}-${item.label}`}>
              <td>{item.label}</td>
              <td>
                <ItemStateTag state={item.state} />
              </td>
              <td>
                {item.message}
                {process && item.document ? (
                  <p>
                    <Link to="/processo/$processId/documento/$documentId" params={{ processId: process, documentId: item.document }}>
                      {text.toDocument}
                    </Link>
                  </p>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
