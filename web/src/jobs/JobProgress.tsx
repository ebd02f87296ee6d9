import type { Job } from '../api/jobs'
import { jobMessages as text } from '../messages/jobs'
import { timeLeft } from '../messages/pace'

/** How far a job is: a bar, and the same in words. */
export function JobProgress({ job }: { job: Job }) {
  const far = job.progress
  const settled = far.done + far.failed + far.left_out
  const closing = far.closing_total > 0
  const words = closing ? text.closing(far.closing, far.closing_total) : text.far(settled, far.total)
  return (
    <div className="job-progress">
      <progress
        aria-label={text.progress}
        aria-valuetext={words}
        max={far.total + far.closing_total}
        value={settled + far.closing}
      />
      <p role="status">
        {job.state === 'waiting' ? text.queued : words}
        {far.seconds_left === null ? null : <span className="muted"> · {timeLeft(far.seconds_left)}</span>}
      </p>
      <p className="muted small">{text.leave}</p>
    </div>
  )
}
