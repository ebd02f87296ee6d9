import { useState } from 'react'
import type { DocumentType, ProcessHeader } from '../api/types'
import { Button } from '../ds/Button'
import { DateField } from '../ds/DateField'
import { Select, TextField } from '../ds/Field'
import { Tag } from '../ds/Tag'
import { formMessages as text } from '../messages/forms'
import { useTime } from '../time/use-time'
import { FileState } from '../upload/FileState'
import type { QueuedFile } from '../upload/queue'
import type { UploadQueue } from '../upload/useUploadQueue'
import { NAME_MAX } from './AuthoredFields'
import { applyToAll, draftOf, ownBeyondLine, type UploadBatch, withOwn } from './upload-batch'
import type { UploadDraft, UploadProblems } from './upload-draft'
import { TypeOptions, UploadedFields } from './UploadedFields'

export interface FileRowProps {
  file: QueuedFile
  queue: UploadQueue
  batch: UploadBatch
  onChange: (batch: UploadBatch) => void
  types: DocumentType[]
  process: ProcessHeader
  problems: UploadProblems
  /** Problems that the common data already show. */
  shownAbove: UploadProblems
}

/** A file among many: its place, its state, what most often differs from one to the next, and the rest on demand. */
export function FileRow({ file, queue, batch, onChange, types, process, problems, shownAbove }: FileRowProps) {
  const { key, name } = file
  const place = queue.files.indexOf(file)
  const last = queue.files.length - 1
  const [open, setOpen] = useState(false)
  const { today } = useTime()
  const draft = draftOf(batch, key)
  const set = (changed: UploadDraft) => onChange(withOwn(batch, key, changed))
  const hidden = Object.keys(problems).some((one) => one !== 'type' && one !== 'date' && !(one in shownAbove))
  const differs = ownBeyondLine(batch, key)
  return (
    <li>
      <fieldset className="upload-row">
        <legend className="visually-hidden">{name}</legend>
        <FileState file={file} queue={queue} place={place + 1} />
        <div className="upload-row-fields">
          <Select label={text.rowType} value={draft.type} onChange={(type) => set({ ...draft, type })} error={problems.type}>
            <option value="">{text.documentTypeChoose}</option>
            <TypeOptions types={types} />
          </Select>
          <DateField label={text.rowDate} max={today()} value={draft.date} onChange={(date) => set({ ...draft, date })} error={problems.date} />
          <TextField label={text.rowNumber} autoComplete="off" maxLength={50} value={draft.number} onChange={(number) => set({ ...draft, number })} />
          <TextField
            label={text.rowName}
            autoComplete="off"
            maxLength={NAME_MAX}
            value={batch.names[key] ?? ''}
            onChange={(nameInTree) => onChange({ ...batch, names: { ...batch.names, [key]: nameInTree } })}
          />
        </div>
        <div className="row">
          <Button small aria-label={text.moveUpOf(name)} unavailable={place === 0 ? text.isFirst : null} onClick={() => queue.move(key, -1)}>
            {text.moveUp}
          </Button>
          <Button small aria-label={text.moveDownOf(name)} unavailable={place === last ? text.isLast : null} onClick={() => queue.move(key, 1)}>
            {text.moveDown}
          </Button>
          <Button small aria-label={text.otherDataOf(name)} aria-expanded={open || hidden} onClick={() => setOpen(!open)}>
            {text.otherData}
          </Button>
          {differs.length > 0 ? <Tag tone="info">{text.ownData(differs.map((one) => text.fieldNames[one]))}</Tag> : null}
        </div>
        {open || hidden ? (
          <div className="form-part stack">
            <UploadedFields own="none" draft={draft} onChange={set} types={types} process={process} problems={problems} field={() => undefined} />
            <div className="row">
              <Button look="secondary" aria-label={text.sameForAllOf(name)} onClick={() => onChange(applyToAll(batch, draft))}>
                {text.sameForAll}
              </Button>
            </div>
          </div>
        ) : null}
      </fieldset>
    </li>
  )
}
