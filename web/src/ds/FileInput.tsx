import { useRef, useState, type InputHTMLAttributes } from 'react'
import { dsMessages } from '../messages/ds'
import { Button } from './Button'

type FileInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange' | 'className'> & {
  onChoose: (file: File | undefined) => void
}

/** A file of this computer, in our own words: the browser's are in whatever language the browser is. */
export function FileInput({ onChoose, ...rest }: FileInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  return (
    <span className="file-input">
      <input
        {...rest}
        ref={input}
        type="file"
        className="visually-hidden"
        onChange={(event) => {
          const file = event.target.files?.[0]
          setName(file?.name ?? '')
          onChoose(file)
        }}
      />
      <Button small look="secondary" tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
        {dsMessages.chooseFile}
      </Button>
      <span aria-hidden="true" className="file-input-name">
        {name || dsMessages.noFile}
      </span>
    </span>
  )
}
