import { Button } from '../ds/Button'
import { emailMessages as text } from '../messages/correspondence'
import { formatSize } from '../time/format'
import { FileState } from '../upload/FileState'
import { UploadField } from '../upload/UploadField'
import type { UploadQueue } from '../upload/useUploadQueue'

export interface KeptFile {
  upload: string
  name: string
  size: number
}

interface FilesToSendProps {
  queue: UploadQueue
  /** Files that went with the e-mail that is sent again. */
  kept: KeptFile[]
  onKeep: (kept: KeptFile[]) => void
  error?: string | undefined
}

/** Files from the computer: they pass the same door as any other, and go only with the e-mail (DOC-22). */
export function FilesToSend({ queue, kept, onKeep, error }: FilesToSendProps) {
  return (
    <fieldset className="field" aria-describedby={error ? 'erro-dos-arquivos' : undefined}>
      <legend className="field-label">{text.files}</legend>
      <p className="field-hint">{text.filesHint}</p>
      <UploadField queue={queue} />
      <ul className="stack">
        {kept.map((file) => (
          <li key={file.upload} className="row">
            <strong>{file.name}</strong> <span className="muted small">{formatSize(file.size)}</span>
            <Button
              small
              aria-label={text.removeFile(file.name)}
              onClick={() => onKeep(kept.filter((one) => one !== file))}
            >
              {text.removeFileShort}
            </Button>
          </li>
        ))}
        {queue.files.map((file) => (
          <li key={file.key}>
            <FileState file={file} queue={queue} place={null} />
          </li>
        ))}
      </ul>
      {error ? (
        <p className="field-error" id="erro-dos-arquivos">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
