import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { jobsQuery, type JobRow } from '../api/jobs'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { jobMessages as text } from '../messages/jobs'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { fetchFile } from './fetch-file'
import { JobStateTag } from './JobStateTag'
import './jobs.css'

/** What one asked for and outlives the request, newest first. */
export function JobsPage() {
  const { user } = useMe()
  const jobs = useInfiniteQuery(jobsQuery(user.id))
  const rows = jobs.data?.pages.flatMap((page) => page.items) ?? []
  usePageTitle(text.title)
  return (
    <>
      <div className="page-head">
        <h1>{text.title}</h1>
      </div>
      <p className="muted">{text.hint}</p>
      <ErrorMessage error={jobs.data ? null : jobs.error} onRetry={() => void jobs.refetch()} />
      {jobs.isPending ? <Loading lines={4} /> : null}
      {jobs.isSuccess && rows.length === 0 ? <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState> : null}
      {rows.length > 0 ? <JobTable rows={rows} /> : null}
      {jobs.hasNextPage ? (
        <Button look="secondary" busy={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
          {text.loadMore}
        </Button>
      ) : null}
    </>
  )
}

function JobTable({ rows }: { rows: JobRow[] }) {
  const time = useTime()
  return (
    <div className="table-scroll">
      <table className="table" aria-label={text.list}>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.askedAt}</th>
            <th scope="col">{text.file}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/trabalho/$jobId" params={{ jobId: row.id }} search={{}}>
                  {row.title}
                </Link>
              </td>
              <td>
                <JobStateTag state={row.state} />
              </td>
              <td>{row.unit.acronym}</td>
              <td>{time.instant(row.created_at)}</td>
              <td>{row.file ? <FetchButton job={row.id} name={row.file.name} size={row.file.size} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FetchButton({ job, name, size }: { job: string; name: string; size: number }) {
  return (
    <Button small look="secondary" onClick={() => void fetchFile(job)}>
      {text.fetchNamed(name)} ({text.size(size)})
    </Button>
  )
}
