import { HOME } from '../environment'

/** Lets the browser keep the application's own files, whoever does not ask to save data. */
export async function keepApplication(): Promise<void> {
  const { connection, serviceWorker } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (!serviceWorker || connection?.saveData) return
  await serviceWorker.register(`${HOME}/sw.js`, { scope: `${HOME}/` })
  const { active } = await serviceWorker.ready
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  active?.postMessage('keep')
}
