import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '../ds/Button'
import { classNames } from '../ds/class-names'
import { Tag, type Tone } from '../ds/Tag'
import { uploadMessages as text } from '../messages/upload'
import { formatSize } from '../time/format'
import { canRetry, isFinal, type QueuedFile, type UploadPhase } from './queue'
import { ACCEPTED_EXTENSIONS, LARGEST_FILE_BYTES } from './rules'
import type { AcceptedUpload } from './transport'
import { type UploadQueue, useUploadQueue } from './useUploadQueue'
import './upload.css'

interface UploadFieldProps {
  processId: string
  /** Once for each file that passed the inspection. */
  onAccepted: (upload: AcceptedUpload) => void
}

/** Files by drag or by button; each is checked, hashed, sent with progress and inspected before it counts (DOC-08). */
export function UploadField({ processId, onAccepted }: UploadFieldProps) {
  const queue = useUploadQueue(processId, onAccepted)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    queue.add(event.dataTransfer.files)
  }
  return (
    <div className="upload" role="group" aria-label={text.label}>
      <div
        className={classNames('upload-drop', over && 'upload-drop-over')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>{over ? text.dropHere : text.drop}</span>
        <Button look="secondary" aria-describedby={hint} onClick={() => input.current?.click()}>
          {text.choose}
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          accept={ACCEPTED_EXTENSIONS.map((extension) => `.${extension}`).join(',')}
          onChange={(event) => {
            queue.add(event.target.files ?? [])
            event.target.value = ''
          }}
        />
      </div>
      <p className="field-hint" id={hint}>
        {text.hint(ACCEPTED_EXTENSIONS.join(', '), formatSize(LARGEST_FILE_BYTES))}
      </p>
      {queue.files.length > 0 ? (
        <ul className="upload-files" aria-label={text.list}>
          {queue.files.map((file) => (
            <UploadRow key={file.key} file={file} queue={queue} />
          ))}
        </ul>
      ) : null}
      <div className="visually-hidden" role="status">
        {queue.files.filter(isFinal).map(sentenceOf).join(' ')}
      </div>
    </div>
  )
}

function sentenceOf({ name, phase, reason }: QueuedFile): string {
  return phase === 'accepted' ? text.accepted(name) : text.notAccepted(name, reason ?? text.states[phase])
}

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

function UploadRow({ file, queue }: { file: QueuedFile; queue: UploadQueue }) {
  const { key, name, size, phase, progress, reason } = file
  const measured = phase === 'hashing' || phase === 'sending'
  const percent = Math.round(progress * 100)
  return (
    <li>
      <div className="upload-name">
        <strong>{name}</strong> <span className="muted small">{formatSize(size)}</span>
      </div>
      <Tag tone={TONES[phase]}>
        {text.states[phase]}
        {measured ? ` ${text.percent(percent)}` : ''}
      </Tag>
      {isFinal(file) ? null : (
        <progress max={100} value={measured ? percent : undefined} aria-label={text.progress(name)} />
      )}
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
        {isFinal(file) && phase !== 'accepted' ? (
          <Button small aria-label={text.removeOf(name)} onClick={() => queue.remove(key)}>
            {text.remove}
          </Button>
        ) : null}
      </div>
      {reason ? <p className="upload-reason">{reason}</p> : null}
    </li>
  )
}
