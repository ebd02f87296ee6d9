import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { formMessages as text } from '../messages/forms'

export interface AcceptedFile {
  uploadId: string
  fileName: string
  nameInTree: string
  /** Idempotency-Key of its document: confirming again never includes the same file twice. */
  key: string
}

interface AcceptedFilesProps {
  files: AcceptedFile[]
  onChange: (files: AcceptedFile[]) => void
}

/** Files that passed the inspection and wait for the confirmation. */
export function AcceptedFiles({ files, onChange }: AcceptedFilesProps) {
  if (files.length === 0) return null
  return (
    <section aria-label={text.acceptedFiles} className="stack">
      <h2>{text.acceptedFiles}</h2>
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.uploadId} className="file-row">
            <TextField
              label={text.fileName(file.fileName)}
              autoComplete="off"
              value={file.nameInTree}
              onChange={(nameInTree) =>
                onChange(files.map((one) => (one.uploadId === file.uploadId ? { ...one, nameInTree } : one)))
              }
            />
            <Button
              aria-label={text.removeFile(file.fileName)}
              onClick={() => onChange(files.filter((one) => one.uploadId !== file.uploadId))}
            >
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
