import type { DocumentType, ProcessHeader } from '../api/types'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'
import { uploadMessages } from '../messages/upload'
import { useTime } from '../time/use-time'
import { FileState } from '../upload/FileState'
import type { UploadQueue } from '../upload/useUploadQueue'
import { NAME_MAX } from './AuthoredFields'
import { FileRow } from './FileRow'
import { applyToAll, draftOf, type UploadBatch, withOnly } from './upload-batch'
import { type UploadProblems, uploadProblems } from './upload-draft'
import { UploadedFields } from './UploadedFields'

interface UploadedFilesProps {
  queue: UploadQueue
  batch: UploadBatch
  onChange: (batch: UploadBatch) => void
  types: DocumentType[]
  process: ProcessHeader
  checked: boolean
  field: (name: string) => string | undefined
}

/** The files and their data: a plain form for one, common data over a list for many. */
export function UploadedFiles(props: UploadedFilesProps) {
  return props.queue.files.length > 1 ? <ManyFiles {...props} /> : <OneFile {...props} />
}

function OneFile({ queue, batch, onChange, types, process, checked, field }: UploadedFilesProps) {
  const { today } = useTime()
  const file = queue.files[0]
  const draft = file ? draftOf(batch, file.key) : batch.common
  return (
    <>
      {file ? (
        <ul className="upload-files" aria-label={uploadMessages.list}>
          <li className="upload-row">
            <FileState file={file} queue={queue} place={null} />
            <TextField
              label={text.fileName(file.name)}
              hint={text.nameInTreeHint}
              autoComplete="off"
              maxLength={NAME_MAX}
              value={batch.names[file.key] ?? ''}
              onChange={(name) => onChange({ ...batch, names: { ...batch.names, [file.key]: name } })}
            />
          </li>
        </ul>
      ) : null}
      <UploadedFields
        draft={draft}
        onChange={(changed) => onChange(file ? withOnly(batch, file.key, changed) : { ...batch, common: changed })}
        types={types}
        process={process}
        problems={checked ? uploadProblems(draft, today()) : {}}
        field={field}
      />
    </>
  )
}

function ManyFiles({ queue, batch, onChange, types, process, checked, field }: UploadedFilesProps) {
  const { today } = useTime()
  const problemsOf = (key: string): UploadProblems => (checked ? uploadProblems(draftOf(batch, key), today()) : {})
  const found = queue.files.map(({ key }) => problemsOf(key))
  // Type and date are shown file by file; the rest is said above when that is where it is missing.
  const common = Object.entries(checked ? uploadProblems(batch.common, today()) : {}).filter(
    ([name]) => name !== 'type' && name !== 'date' && found.some((problems) => name in problems),
  )
  const shownAbove: UploadProblems = Object.fromEntries(common)
  return (
    <>
      <section className="form-part stack" aria-label={text.commonData}>
        <h2>{text.commonData}</h2>
        <p className="field-hint">{text.commonDataHint}</p>
        <UploadedFields
          own="shared"
          draft={batch.common}
          onChange={(changed) => onChange({ ...batch, common: changed })}
          types={types}
          process={process}
          problems={shownAbove}
          field={field}
        />
        <div className="row">
          <Button
            look="secondary"
            onClick={() => {
              onChange(applyToAll(batch, batch.common))
              announce(text.appliedToAll(queue.files.length))
            }}
          >
            {text.applyToAll}
          </Button>
        </div>
      </section>
      <div className="row">
        <h2>{text.filesInOrder(queue.files.length)}</h2>
        <Button onClick={queue.sort}>{text.sortByName}</Button>
      </div>
      <ol className="upload-files" aria-label={uploadMessages.list}>
        {queue.files.map((file) => (
          <FileRow key={file.key} {...{ file, queue, batch, onChange, types, process, shownAbove }} problems={problemsOf(file.key)} />
        ))}
      </ol>
    </>
  )
}
