import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '../ds/Button'
import { classNames } from '../ds/class-names'
import { uploadMessages as text } from '../messages/upload'
import { acceptedSentence, useAcceptedFiles } from './accepted'
import { isFinal, type QueuedFile } from './queue'
import { UploadProgress } from './UploadProgress'
import type { UploadQueue } from './useUploadQueue'
import './upload.css'

/** Where files are dropped or chosen, all at once (DOC-08). */
export function UploadField({ queue }: { queue: UploadQueue }) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()
  const accepted = useAcceptedFiles()
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
          accept={[...accepted.keys()].map((extension) => `.${extension}`).join(',')}
          onChange={(event) => {
            queue.add(event.target.files ?? [])
            event.target.value = ''
          }}
        />
      </div>
      <p className="field-hint" id={hint}>
        {acceptedSentence(accepted)}
      </p>
      <UploadProgress files={queue.files} />
      <div className="visually-hidden" role="status">
        {queue.files.filter(isFinal).map(sentenceOf).join(' ')}
      </div>
    </div>
  )
}

function sentenceOf({ name, phase, reason }: QueuedFile): string {
  return phase === 'accepted' ? text.accepted(name) : text.notAccepted(name, reason ?? text.states[phase])
}
