import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ds/Button'
import { FormDialog } from '../../ds/Dialog'
import { FieldFrame, Select, TextArea } from '../../ds/Field'
import { FileInput } from '../../ds/FileInput'
import { imageMessages as text } from '../../messages/images'
import { uploadMessages } from '../../messages/upload'
import { UploadStopped } from '../../upload/stopped'
import type { Picture } from '../schema/image'
import type { Album } from './album'
import { sendImage } from './sendImage'
import { fitImage } from './shrink'

const LONGEST_DESCRIPTION = 500

interface ImageDialogProps {
  album: Album
  /** The picture that is already in the text, when it is being changed. */
  picture: Picture | null
  /** What was pasted or dropped. */
  file: File | null
  onDone: (picture: Picture) => void
  onRemove: () => void
  onClose: () => void
}

/** File, description and size of a picture; it is in the text only after the server accepted it (DOC-03). */
export function ImageDialog({ album, picture, file: given, onDone, onRemove, onClose }: ImageDialogProps) {
  const [file, setFile] = useState(given)
  const [alt, setAlt] = useState(picture?.alt ?? '')
  const [width, setWidth] = useState(picture ? String(picture.width) : '')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const send = async (chosen: File) => {
    setBusy(true)
    stop.current = new AbortController()
    try {
      const fitted = await fitImage(chosen)
      const upload = await sendImage(album.process, fitted.file, stop.current.signal)
      album.keep(upload, fitted.file)
      onDone({ upload, alt: alt.trim(), width: Number(width) || fitted.width })
    } catch (error) {
      if (stop.current.signal.aborted) return
      setProblem(error instanceof UploadStopped ? error.message : uploadMessages.refusals.connection)
      setBusy(false)
    }
  }
  const submit = () => {
    if (picture) onDone({ ...picture, alt: alt.trim(), width: Number(width) })
    else if (file) void send(file)
    else setProblem(text.fileMissing)
  }
  return (
    <FormDialog
      title={picture ? text.editTitle : text.insertTitle}
      confirm={picture ? text.apply : text.insert}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {picture ? null : (
        <ImageFile
          given={given}
          error={problem}
          onChange={(chosen) => {
            setFile(chosen)
            setProblem(undefined)
          }}
        />
      )}
      <TextArea
        label={text.description}
        hint={text.descriptionHint}
        value={alt}
        onChange={setAlt}
        maxLength={LONGEST_DESCRIPTION}
        rows={3}
        autoFocus={picture !== null}
      />
      <SizeField value={width} fixed={picture !== null} onChange={setWidth} />
      {picture ? (
        <div>
          <Button look="secondary" onClick={onRemove}>
            {text.remove}
          </Button>
        </div>
      ) : null}
      <p role="status">{busy ? text.sending : ''}</p>
    </FormDialog>
  )
}

interface ImageFileProps {
  given: File | null
  error: string | undefined
  onChange: (file: File | null) => void
}

function ImageFile({ given, error, onChange }: ImageFileProps) {
  if (given) return error ? <p role="alert">{error}</p> : null
  return (
    <FieldFrame label={text.file} hint={text.fileHint} error={error} required>
      {({ id, describedBy, invalid }) => (
        <FileInput
          id={id}
          accept="image/png,image/jpeg"
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChoose={(file) => onChange(file ?? null)}
        />
      )}
    </FieldFrame>
  )
}

interface SizeFieldProps {
  value: string
  /** Whether it has a size already; a new picture may keep its own. */
  fixed: boolean
  onChange: (value: string) => void
}

function SizeField({ value, fixed, onChange }: SizeFieldProps) {
  const known = Object.entries(text.sizes)
  const other = value && !known.some(([size]) => size === value) ? [[value, `${value}%`] as const] : []
  return (
    <Select label={text.size} value={value} onChange={onChange}>
      {fixed ? null : <option value="">{text.ownSize}</option>}
      {[...known, ...other].map(([size, label]) => (
        <option key={size} value={size}>
          {label}
        </option>
      ))}
    </Select>
  )
}
