import { Fragment, useEffect, useRef, useState } from 'react'
import type { Passage, RedactionSource } from '../api/redact'
import { Button } from '../ds/Button'
import { classNames } from '../ds/class-names'
import { announce } from '../ds/toast'
import { openAlbum } from '../editor/images/album'
import { redactMessages as text } from '../messages/redact'
import { FindField } from './FindField'
import { keepSelection } from './keep-selection'
import { TextPicture } from './TextPicture'
import { occurrences, pieces, selected, withMark } from './passages'

interface TextMarksProps {
  process: string
  document: string
  lines: RedactionSource['lines']
  marks: Passage[]
  onChange: (marks: Passage[]) => void
}

/** The text of a document written here, line by line, with what is to be concealed. */
export function TextMarks({ process, document, lines, marks, onChange }: TextMarksProps) {
  const [album] = useState(() => openAlbum(process, document))
  useEffect(() => album.close, [album])
  const host = useRef<HTMLElement>(null)
  const add = (added: readonly Passage[]) => onChange(added.reduce(withMark, marks))
  const hide = () => {
    const found = host.current ? selected(host.current, getSelection()) : []
    if (found.length === 0) announce(text.nothingSelected, { tone: 'danger' })
    add(found)
    getSelection()?.removeAllRanges()
  }
  const hideAll = (words: string) => {
    const found = occurrences(
      lines.map((line) => line.text),
      words,
    )
    add(found)
    return found.length
  }
  return (
    <>
      <div className="redact-tools">
        <Button look="primary" onMouseDown={keepSelection} onClick={hide}>
          {text.hideSelection}
        </Button>
        <FindField onFind={hideAll} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="redact-paper" ref={host} aria-label={text.text} tabIndex={0}>
        {lines.map((line, number) => (
          <Fragment key={number}>
            {line.upload ? (
              <TextPicture
                album={album}
                upload={line.upload}
                words={line.text}
                hidden={marks.some((mark) => mark.line === number)}
                onHide={() => add([{ line: number, start: 0, end: Array.from(line.text).length }])}
              />
            ) : null}
            {line.kind === 'note' ? <span className="redact-note">{text.note}</span> : null}
            <p data-line={number} className={classNames(line.kind === 'heading' && 'redact-heading')}>
              {pieces(line.text, marks.filter((mark) => mark.line === number)).map((piece, at) =>
                piece.hidden ? (
                  <mark key={at}>{piece.text}</mark>
                ) : (
                  <span key={at}>{piece.text}</span>
                ),
              )}
            </p>
          </Fragment>
        ))}
      </section>
    </>
  )
}
