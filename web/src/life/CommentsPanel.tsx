import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { commentsQuery, makeComment, type Comment } from '../api/life'
import type { ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Select, TextArea } from '../ds/Field'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { commentMessages as text } from '../messages/life'
import { isAllowed } from '../process/acts'
import { useTime } from '../time/use-time'

const CommentDialog = lazy(() => import('./CommentDialog'))

/** What people say about the process and its documents, outside the record (PRO-25). */
export function CommentsPanel({ page }: { page: ProcessPage }) {
  const process = page.process.id
  const comments = useQuery(commentsQuery(process))
  const items = comments.data?.items ?? []
  const again = () => void comments.refetch()
  return (
    <div className="side-body stack">
      <p className="muted small">{text.intro}</p>
      {isAllowed(page.actions, 'comment.write') ? <NewComment page={page} onDone={again} /> : null}
      <ErrorMessage error={comments.data ? null : comments.error} onRetry={again} />
      {comments.isPending ? <Loading lines={3} /> : null}
      {comments.isSuccess && items.length === 0 ? <EmptyState title={text.empty} /> : null}
      <ul className="overview-list">
        {items.map((one) => (
          <CommentLine key={one.id} process={process} comment={one} onChanged={again} />
        ))}
      </ul>
    </div>
  )
}

function NewComment({ page, onDone }: { page: ProcessPage; onDone: () => void }) {
  const { documentId } = useParams({ strict: false })
  const open = page.documents.items.find((one) => one.id === documentId)
  const [words, setWords] = useState('')
  const [about, setAbout] = useState('')
  const [checked, setChecked] = useState(false)
  const send = useAct((input: { text: string; document: string | null }, key) => makeComment(page.process.id, input, key), {
    onDone: () => {
      announce(text.sent)
      setWords('')
      setChecked(false)
      onDone()
    },
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (words.trim() && !send.busy) void send.run({ text: words.trim(), document: about || null })
      }}
    >
      <TextArea
        label={text.newOne}
        rows={3}
        maxLength={2000}
        value={words}
        onChange={setWords}
        error={send.field('text') ?? (checked && !words.trim() ? text.missing : undefined)}
      />
      {open ? (
        <Select label={text.about} value={about} onChange={setAbout}>
          <option value="">{text.aboutProcess}</option>
          <option value={open.id}>{text.aboutOpen(open.title)}</option>
        </Select>
      ) : null}
      <ErrorMessage error={send.error} />
      <div className="row">
        <Button small look="secondary" type="submit" busy={send.busy}>
          {text.send}
        </Button>
      </div>
    </form>
  )
}

function CommentLine({ process, comment, onChanged }: { process: string; comment: Comment; onChanged: () => void }) {
  const time = useTime()
  const [asking, setAsking] = useState<'change' | 'remove' | null>(null)
  return (
    <li>
      <span className="muted small">{text.line(comment.by.name, comment.unit.acronym, time.short(comment.at))}</span>
      {comment.removed_by ? (
        <p className="muted">{text.removedBy(comment.removed_by.name, time.instant(comment.removed_at ?? comment.at))}</p>
      ) : (
        <p>{comment.text}</p>
      )}
      {comment.document ? (
        <p className="small">
          <Link
            to="/processo/$processId/documento/$documentId"
            params={{ processId: process, documentId: comment.document }}
            search={(now) => now}
          >
            {text.seeDocument}
          </Link>
        </p>
      ) : null}
      {comment.earlier.length > 0 ? (
        <details className="small">
          <summary>{text.earlier}</summary>
          <ul>
            {comment.earlier.map((one) => (
              <li key={one.at}>
                {one.text} <span className="muted">({one.by.name}, {time.short(one.at)})</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {comment.own && !comment.removed_by ? (
        <div className="row">
          <Button small onClick={() => setAsking('change')}>
            {text.change}
          </Button>
          <Button small onClick={() => setAsking('remove')}>
            {text.remove}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          <CommentDialog
            process={process}
            comment={comment}
            act={asking}
            onChanged={onChanged}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      ) : null}
    </li>
  )
}
