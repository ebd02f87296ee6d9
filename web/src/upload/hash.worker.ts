import { hashFile } from './hashFile'

/** Computes in its own thread, so that the screen does not freeze with a large scan. */
addEventListener('message', (event: MessageEvent<File>) => {
  hashFile(event.data, (progress) => postMessage({ progress }))
    .then((digest) => postMessage({ digest }))
    .catch(() => postMessage({ failed: true }))
})
