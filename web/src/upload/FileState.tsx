import { Button } from '../ds/Button'
import { Tag, type Tone } from '../ds/Tag'
import { uploadMessages as text } from '../messages/upload'
import { formatSize } from '../time/format'
import { sentOf } from './pace'
import { canRetry, isFinal, type QueuedFile, type UploadPhase } from './queue'
import { TimeLeft } from './TimeLeft'
import type { UploadQueue } from './useUploadQueue'

const TONES: Record<UploadPhase, Tone> = {
  queued: 'neutral',
  hashing: 'info',
  declaring: 'info',
  sending: 'info',
  inspecting: 'info',
  accepted: 'success',
  refused: 'danger',
  failed: 'danger',
  cancelled: 'neutral',
}

interface FileStateProps {
  file: QueuedFile
  queue: UploadQueue
  /** Its place in the list and in the tree of documents to come; null when it is alone. */
  place: number | null
}

/** One file on its way: name, state, progress, and what can be done about it. */
export function FileState({ file, queue, place }: FileStateProps) {
  const { key, name, size, phase, progress, reason } = file
  const measured = phase === 'hashing' || phase === 'sending'
  const percent = Math.round(progress * 100)
  return (
    <div className="upload-state">
      <div className="upload-name">
        {place === null ? null : <span className="upload-place">{place}.</span>} <strong>{name}</strong>{' '}
        <span className="muted small">{formatSize(size)}</span>
      </div>
      <Tag tone={TONES[phase]}>
        {text.states[phase]}
        {measured ? ` ${text.percent(percent)}` : ''}
      </Tag>
      {isFinal(file) ? null : (
        <progress max={100} value={measured ? percent : undefined} aria-label={text.progress(name)} />
      )}
      {phase === 'sending' ? <TimeLeft sent={sentOf(file)} total={size} /> : null}
      <div className="row">
        {isFinal(file) ? null : (
          <Button small aria-label={text.cancelOf(name)} onClick={() => queue.cancel(key)}>
            {text.cancel}
          </Button>
        )}
        {canRetry(file) ? (
          <Button small look="secondary" aria-label={text.retryOf(name)} onClick={() => queue.retry(key)}>
            {text.retry}
          </Button>
        ) : null}
        {isFinal(file) ? (
          <Button small aria-label={text.removeOf(name)} onClick={() => queue.remove(key)}>
            {text.remove}
          </Button>
        ) : null}
      </div>
      {reason ? <p className="upload-reason">{reason}</p> : null}
    </div>
  )
}
