/** The upload queue as a pure reducer: each file has its own state, and only some are worked on at a time (DOC-08). */
export type UploadPhase =
  'queued' | 'hashing' | 'declaring' | 'sending' | 'inspecting' | 'accepted' | 'refused' | 'failed' | 'cancelled'

export interface QueuedFile {
  key: string
  name: string
  size: number
  phase: UploadPhase
  /** 0 to 1 of the phase under way. */
  progress: number
  reason: string | null
  /** What the server calls it, once it was accepted. */
  uploadId: string | null
}

export type QueueEvent =
  | { type: 'added'; files: { key: string; name: string; size: number; refusal: string | null }[] }
  | { type: 'advanced'; key: string; phase: UploadPhase; progress?: number; reason?: string; uploadId?: string }
  | { type: 'cancelled'; key: string }
  | { type: 'retried'; key: string }
  | { type: 'removed'; key: string }
  | { type: 'moved'; key: string; by: -1 | 1 }
  | { type: 'sorted' }

export const PARALLEL_FILES = 3

const WORKING: readonly UploadPhase[] = ['hashing', 'declaring', 'sending', 'inspecting']
const FINAL: readonly UploadPhase[] = ['accepted', 'refused', 'failed', 'cancelled']

export function isWorking({ phase }: QueuedFile): boolean {
  return WORKING.includes(phase)
}

export function isFinal({ phase }: QueuedFile): boolean {
  return FINAL.includes(phase)
}

export function canRetry({ phase }: QueuedFile): boolean {
  return phase === 'failed' || phase === 'cancelled'
}

function replace(queue: QueuedFile[], key: string, change: (file: QueuedFile) => QueuedFile): QueuedFile[] {
  return queue.map((file) => (file.key === key ? change(file) : file))
}

/** "Anexo 2" before "Anexo 10". */
const BY_NAME = new Intl.Collator('pt-BR', { numeric: true })

function move(queue: QueuedFile[], key: string, by: -1 | 1): QueuedFile[] {
  const from = queue.findIndex((file) => file.key === key)
  const file = queue[from]
  const other = queue[from + by]
  if (!file || !other) return queue
  return queue.with(from, other).with(from + by, file)
}

export function reduceQueue(queue: QueuedFile[], event: QueueEvent): QueuedFile[] {
  switch (event.type) {
    case 'added':
      return [
        ...queue,
        ...event.files.map(({ key, name, size, refusal }): QueuedFile => ({
          key,
          name,
          size,
          phase: refusal ? 'refused' : 'queued',
          progress: 0,
          reason: refusal,
          uploadId: null,
        })),
      ]
    case 'advanced':
      return replace(queue, event.key, (file) =>
        // What arrives late from a file already settled or cancelled changes nothing.
        isFinal(file)
          ? file
          : {
              ...file,
              phase: event.phase,
              progress: event.progress ?? 0,
              reason: event.reason ?? null,
              uploadId: event.uploadId ?? null,
            },
      )
    case 'cancelled':
      return replace(queue, event.key, (file) => (isFinal(file) ? file : { ...file, phase: 'cancelled', progress: 0 }))
    case 'retried':
      return replace(queue, event.key, (file) =>
        canRetry(file) ? { ...file, phase: 'queued', progress: 0, reason: null } : file,
      )
    case 'removed':
      return queue.filter((file) => file.key !== event.key)
    case 'moved':
      return move(queue, event.key, event.by)
    case 'sorted':
      return queue.toSorted((one, other) => BY_NAME.compare(one.name, other.name))
  }
}

/** The files whose turn it is. */
export function nextFiles(queue: readonly QueuedFile[]): QueuedFile[] {
  const free = PARALLEL_FILES - queue.filter(isWorking).length
  return free > 0 ? queue.filter(({ phase }) => phase === 'queued').slice(0, free) : []
}
