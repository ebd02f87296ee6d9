import { useEffect, useState } from 'react'
import { Button } from '../ds/Button'
import { classNames } from '../ds/class-names'
import type { Album } from '../editor/images/album'
import { redactMessages as text } from '../messages/redact'

interface TextPictureProps {
  album: Album
  upload: string
  /** What the picture says, as its line. */
  words: string
  hidden: boolean
  onHide: () => void
}

/** A picture of the text, to be seen before one says whether it may be told. */
export function TextPicture({ album, upload, words, hidden, onHide }: TextPictureProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void album.address(upload).then((found) => current && setAddress(found))
    return () => {
      current = false
    }
  }, [album, upload])
  return (
    <div className="redact-picture">
      {address ? <img src={address} alt={words} className={classNames(hidden && 'redact-gone')} /> : null}
      {hidden ? (
        <p className="small">{text.hiddenPicture}</p>
      ) : (
        <Button small look="secondary" aria-label={`${text.hidePicture}: ${words}`} onClick={onHide}>
          {text.hidePicture}
        </Button>
      )}
    </div>
  )
}
