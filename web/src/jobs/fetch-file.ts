import { jobFile } from '../api/jobs'
import { sentenceForError } from '../api/problem'
import { announce } from '../ds/toast'

/** Sends the browser to the file, by an address good for a minute. */
export async function fetchFile(job: string): Promise<void> {
  try {
    const { url } = await jobFile(job)
    window.location.assign(url)
  } catch (error) {
    announce(sentenceForError(error), { tone: 'danger' })
  }
}
