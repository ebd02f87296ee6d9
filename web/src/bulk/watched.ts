import { keptHere } from '../environment'

const KEY = keptHere('iperoig.jobs')

/** Jobs that the person has just asked for: the page follows them until they are over and dismissed, loaded again or not. */
let jobs: readonly string[] = read()
const listeners = new Set<() => void>()

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function publish(next: readonly string[]) {
  jobs = next
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Where nothing is kept, the page itself still follows them.
  }
  for (const listener of listeners) listener()
}

export const watchJob = (job: string) => publish([job, ...jobs.filter((one) => one !== job)])

export function leaveJob(job: string) {
  forgetEnd(job)
  publish(jobs.filter((one) => one !== job))
}

/** Whoever leaves takes them along. */
export function forgetJobs() {
  for (const job of jobs) forgetEnd(job)
  publish([])
}

const endOf = (job: string) => `${KEY}.${job}`

/** Where the person saw it end: the first page that asks, whatever is loaded afterwards. */
export function placeOfEnd(job: string, here: string): string {
  try {
    const known = sessionStorage.getItem(endOf(job))
    if (known === null) sessionStorage.setItem(endOf(job), here)
    return known ?? here
  } catch {
    return here
  }
}

function forgetEnd(job: string) {
  try {
    sessionStorage.removeItem(endOf(job))
  } catch {
    // Where nothing is kept, nothing is to be forgotten.
  }
}

export const watchedJobs = () => jobs

export function onWatched(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
