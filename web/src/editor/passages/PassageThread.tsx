import { useState } from 'react'
import {
  answerPassage,
  type PassageComment,
  type PassageWords,
  reopenPassage,
  resolvePassage,
  takeBackWords,
} from '../../api/passages'
import { useAct } from '../../api/use-act'
import { Button } from '../../ds/Button'
import { FormDialog } from '../../ds/Dialog'
import { TextArea } from '../../ds/Field'
import { ErrorMessage } from '../../ds/Message'
import { Tag } from '../../ds/Tag'
import { announce } from '../../ds/toast'
import { passageMessages as text } from '../../messages/passages'
import { useTime } from '../../time/use-time'
import { readable } from './NewPassageForm'

interface PassageThreadProps {
  processId: string
  documentId: string
  comment: PassageComment
  /** Whether the passage is in the text on the screen. */
  present: boolean
  onGo: () => void
  onChanged: () => void
}

/** One comment with its answers (DOC-03). */
export function PassageThread(props: PassageThreadProps) {
  const { processId, documentId, comment, present, onGo, onChanged } = props
  const time = useTime()
  const [answering, setAnswering] = useState(false)
  const resolved = comment.resolved_at !== null
  const words = readable(comment.words)
  const settle = useAct(
    (_: null, key) => (resolved ? reopenPassage : resolvePassage)(processId, documentId, comment.id, key),
    {
      onDone: () => {
        announce(resolved ? text.reopened : text.resolved)
        onChanged()
      },
    },
  )
  return (
    <li className="passage-thread">
      {present && !resolved ? (
        <button type="button" className="passage-words" aria-label={text.goTo(words)} onClick={onGo}>
          {words}
        </button>
      ) : (
        <blockquote className="passage-words">{words}</blockquote>
      )}
      <p className="row">
        {present ? null : <Tag tone="warning">{text.removedPassage}</Tag>}
        <Tag tone="info">{text.visibilityShort[comment.visibility]}</Tag>
      </p>
      <ol className="passage-said">
        {comment.said.map((one) => (
          <SaidLine key={one.number} {...props} one={one} />
        ))}
      </ol>
      {comment.resolved_by && comment.resolved_at ? (
        <p className="small muted">{text.resolvedBy(comment.resolved_by.name, time.short(comment.resolved_at))}</p>
      ) : null}
      <ErrorMessage error={settle.error} />
      {comment.answerable && !answering ? (
        <div className="row">
          {resolved ? null : (
            <Button small look="secondary" aria-label={text.answerTo(words)} onClick={() => setAnswering(true)}>
              {text.answer}
            </Button>
          )}
          <Button
            small
            busy={settle.busy}
            aria-label={resolved ? text.reopenOf(words) : text.resolveOf(words)}
            onClick={() => void settle.run(null)}
          >
            {resolved ? text.reopen : text.resolve}
          </Button>
        </div>
      ) : null}
      {answering ? <AnswerForm {...props} onClose={() => setAnswering(false)} /> : null}
    </li>
  )
}

function SaidLine({ processId, documentId, comment, one, onChanged }: PassageThreadProps & { one: PassageWords }) {
  const time = useTime()
  const [removing, setRemoving] = useState(false)
  const remove = useAct((_: null, key) => takeBackWords(processId, documentId, comment.id, one.number, key), {
    onDone: () => {
      announce(text.removed)
      setRemoving(false)
      onChanged()
    },
  })
  return (
    <li>
      <p className="small muted">{text.line(one.by.name, one.unit.acronym, time.short(one.at))}</p>
      {one.removed_at ? (
        <>
          <p className="muted">{text.takenBack(time.short(one.removed_at))}</p>
          {one.kept ? <p className="small muted">{text.kept(one.kept)}</p> : null}
        </>
      ) : (
        <p className="passage-text">{one.text}</p>
      )}
      {one.own && !one.removed_at && comment.answerable ? (
        <Button small aria-label={text.removeOf(one.text)} onClick={() => setRemoving(true)}>
          {text.remove}
        </Button>
      ) : null}
      {removing ? (
        <FormDialog
          title={text.removeTitle}
          confirm={text.remove}
          confirmLook="danger"
          busy={remove.busy}
          onClose={() => setRemoving(false)}
          onSubmit={() => void remove.run(null)}
        >
          <p>{text.removeText}</p>
          <ErrorMessage error={remove.error} />
        </FormDialog>
      ) : null}
    </li>
  )
}

function AnswerForm({ processId, documentId, comment, onChanged, onClose }: PassageThreadProps & { onClose: () => void }) {
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const send = useAct((said: string, key) => answerPassage(processId, documentId, comment.id, said, key), {
    onDone: () => {
      announce(text.answered)
      onClose()
      onChanged()
    },
  })
  return (
    <form
      className="stack"
      aria-label={text.answerTo(readable(comment.words))}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (words.trim() && !send.busy) void send.run(words.trim())
      }}
    >
      <TextArea
        label={text.answerWords}
        rows={2}
        maxLength={2000}
        autoFocus
        value={words}
        onChange={setWords}
        error={send.field('text') ?? (checked && !words.trim() ? text.missing : undefined)}
      />
      <ErrorMessage error={send.error} />
      <div className="row">
        <Button small onClick={onClose}>
          {text.cancel}
        </Button>
        <Button small look="primary" type="submit" busy={send.busy}>
          {text.answerSend}
        </Button>
      </div>
    </form>
  )
}
