/** Jobs that the person has just asked for: the page follows them until they are over and dismissed. */
let jobs: readonly string[] = []
const listeners = new Set<() => void>()

function publish(next: readonly string[]) {
  jobs = next
  for (const listener of listeners) listener()
}

export const watchJob = (job: string) => publish([job, ...jobs.filter((one) => one !== job)])

export const leaveJob = (job: string) => publish(jobs.filter((one) => one !== job))

export const watchedJobs = () => jobs

export function onWatched(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
