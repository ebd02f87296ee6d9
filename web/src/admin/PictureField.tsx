import { useId, useState } from 'react'
import { Button } from '../ds/Button'
import { FileInput } from '../ds/FileInput'
import { tableMessages as text } from '../messages/administration'
import { inBase64 } from './sheetFiles'

/** What the server takes, so that a larger one is refused before it is read (ACC-05). */
const LARGEST_PICTURE = 64 * 1024

interface PictureFieldProps {
  label: string
  hint?: string
  error: string | undefined
  /** A `data:` address, empty for none. */
  value: string
  onChange: (value: string | null) => void
}

/** A small picture, shown as it will be seen: chosen from this computer, or taken out. */
export function PictureField({ label, hint, error, value, onChange }: PictureFieldProps) {
  const id = useId()
  const [refusal, setRefusal] = useState('')
  const problem = refusal || error
  const choose = async (file: File | undefined) => {
    setRefusal('')
    if (!file) return
    if (file.type !== 'image/png') setRefusal(text.pictureNotPng)
    else if (file.size > LARGEST_PICTURE) setRefusal(text.pictureTooLarge)
    else onChange(`data:image/png;base64,${await inBase64(file)}`)
  }
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      {hint ? (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <div className="row">
        {value ? <img className="picture-field" src={value} alt={text.pictureNow(label)} /> : <span className="muted small">{text.noPicture}</span>}
        <FileInput
          accept="image/png"
          aria-label={text.choosePicture(label)}
          aria-describedby={[hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined}
          aria-invalid={problem ? true : undefined}
          onChoose={(file) => void choose(file)}
        />
        {value ? (
          <Button small aria-label={text.removePictureOf(label)} onClick={() => onChange(null)}>
            {text.removePicture}
          </Button>
        ) : null}
      </div>
      {problem ? (
        <span className="field-error" id={`${id}-error`}>
          {problem}
        </span>
      ) : null}
    </div>
  )
}
