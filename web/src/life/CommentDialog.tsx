import { useState } from 'react'
import { changeComment, removeComment, type Comment } from '../api/life'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { commentMessages as text } from '../messages/life'

interface CommentDialogProps {
  process: string
  comment: Comment
  act: 'change' | 'remove'
  onChanged: () => void
  onClose: () => void
}

/** Say it otherwise, or take it away (PRO-25). */
export default function CommentDialog({ process, comment, act, onChanged, onClose }: CommentDialogProps) {
  const [words, setWords] = useState(comment.text)
  const removing = act === 'remove'
  const run = useAct(
    (said: string, key) =>
      removing ? removeComment(process, comment.id, key) : changeComment(process, comment.id, said, key),
    {
      onDone: () => {
        announce(removing ? text.removed : text.changed)
        onClose()
        onChanged()
      },
    },
  )
  return (
    <FormDialog
      title={removing ? text.removeTitle : text.changeTitle}
      confirm={removing ? text.remove : text.save}
      confirmLook={removing ? 'danger' : 'primary'}
      busy={run.busy}
      onClose={onClose}
      onSubmit={() => void run.run(words.trim())}
    >
      {removing ? (
        <p>{text.removeText}</p>
      ) : (
        <TextArea
          label={text.newOne}
          autoFocus
          rows={4}
          maxLength={2000}
          value={words}
          onChange={setWords}
          error={run.field('text') ?? (words.trim() ? undefined : text.missing)}
        />
      )}
      <ErrorMessage error={run.error} />
    </FormDialog>
  )
}
