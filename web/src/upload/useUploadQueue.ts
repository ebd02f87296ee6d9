import { useEffect, useReducer, useRef } from 'react'
import { nextFiles, type QueuedFile, type QueueEvent, reduceQueue } from './queue'
import { useAcceptedFiles } from './accepted'
import { refusalOf } from './rules'
import { giveUp, sendParts } from './parts'
import { begun, forget, remember } from './resume'
import { UploadStopped } from './stopped'
import { computeHash, declare, type Declared, isWaiting, placeOf, sendFile, waitForInspection } from './transport'
import { uploadMessages } from '../messages/upload'

export interface UploadQueue {
  files: QueuedFile[]
  add: (files: Iterable<File>) => void
  cancel: (key: string) => void
  retry: (key: string) => void
  remove: (key: string) => void
  move: (key: string, by: -1 | 1) => void
  sort: () => void
}

interface Work {
  file: File
  abort: AbortController | null
}

type Advance = (event: Pick<Extract<QueueEvent, { type: 'advanced' }>, 'phase' | 'progress'>) => void

async function upload(
  process: string,
  file: File,
  signal: AbortSignal,
  advance: Advance,
): Promise<string> {
  const declared = await goOnOrDeclare(process, file, signal, advance)
  advance({ phase: 'sending' })
  const report = (progress: number) => advance({ phase: 'sending', progress })
  if (declared.post) await sendFile(declared.post, file, report, signal)
  else await sendParts(placeOf(process, declared.id), file, declared.part_size ?? file.size, report, signal)
  advance({ phase: 'inspecting' })
  await waitForInspection(process, declared.id, signal).catch((error: unknown) => {
    if (error instanceof UploadStopped && error.phase === 'refused') forget(process, file)
    throw error
  })
  forget(process, file)
  return declared.id
}

/** The sending begun before of this very file, or a new one. */
async function goOnOrDeclare(process: string, file: File, signal: AbortSignal, advance: Advance): Promise<Declared> {
  const before = begun(process, file)
  if (before && (await isWaiting(process, before.id, signal))) return before
  advance({ phase: 'hashing' })
  const sha256 = await computeHash(file, (progress) => advance({ phase: 'hashing', progress }), signal)
  advance({ phase: 'declaring' })
  const declared = await declare(process, file, sha256, signal)
  remember(process, file, declared)
  return declared
}

/** A file taken off the list is given up: what of it arrived is not kept. */
function leave(process: string, file: File | undefined) {
  const sending = file && begun(process, file)
  if (!file || !sending) return
  forget(process, file)
  void giveUp(placeOf(process, sending.id))
}

/** Works the queue: three files at a time, each hashed here, sent straight to the storage and inspected there. */
export function useUploadQueue(
  process: string,
  onAdded: (files: { key: string; name: string }[]) => void,
): UploadQueue {
  const [files, dispatch] = useReducer(reduceQueue, [])
  const accepted = useAcceptedFiles()
  const works = useRef(new Map<string, Work>())

  useEffect(() => {
    for (const { key } of nextFiles(files)) {
      const work = works.current.get(key)
      if (!work || work.abort) continue
      const abort = new AbortController()
      work.abort = abort
      upload(process, work.file, abort.signal, (event) => dispatch({ type: 'advanced', key, ...event }))
        .then((done) => {
          dispatch({ type: 'advanced', key, phase: 'accepted', progress: 1, uploadId: done })
        })
        .catch((error: unknown) => {
          if (abort.signal.aborted) return
          const stopped =
            error instanceof UploadStopped ? error : new UploadStopped(uploadMessages.refusals.connection, 'failed')
          dispatch({ type: 'advanced', key, phase: stopped.phase, reason: stopped.message })
        })
        .finally(() => {
          if (work.abort === abort) work.abort = null
        })
    }
  }, [files, process])

  useEffect(() => {
    const known = works.current
    return () => {
      for (const { abort } of known.values()) abort?.abort()
    }
  }, [])

  const stop = (key: string) => {
    const work = works.current.get(key)
    work?.abort?.abort()
    if (work) work.abort = null
  }
  return {
    files,
    add: (chosen) => {
      const added = [...chosen].map((file) => {
        const key = crypto.randomUUID()
        works.current.set(key, { file, abort: null })
        return { key, name: file.name, size: file.size, refusal: refusalOf(file, accepted) }
      })
      onAdded(added)
      dispatch({ type: 'added', files: added })
    },
    cancel: (key) => {
      stop(key)
      dispatch({ type: 'cancelled', key })
    },
    retry: (key) => dispatch({ type: 'retried', key }),
    remove: (key) => {
      stop(key)
      leave(process, works.current.get(key)?.file)
      works.current.delete(key)
      dispatch({ type: 'removed', key })
    },
    move: (key, by) => dispatch({ type: 'moved', key, by }),
    sort: () => dispatch({ type: 'sorted' }),
  }
}
